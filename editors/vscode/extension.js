// The extension of VS Code: starts `biaochi lsp` and hands it the settings. All that it knows of the
// language comes from the server.
'use strict';
const { env, window, workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

async function activate(context) {
  const settings = workspace.getConfiguration('biaochi');
  const command = settings.get('command') || 'biaochi';
  const language = settings.get('language');
  // A path to the program's file is run by the Node of VS Code's own choice.
  const isFile = /\.m?js$/.test(command);
  const executable = isFile
    ? { command: 'node', args: [command, 'lsp'] }
    : { command, args: ['lsp'], options: { shell: process.platform === 'win32' } };
  client = new LanguageClient('biaochi', 'Biaochi', executable, {
    documentSelector: [{ language: 'biaochi' }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*.{chi,json}') },
    initializationOptions: {
      language: language === 'zh' || language === 'en' ? language : undefined,
      department: settings.get('department'),
    },
  });
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('biaochi')) {
        await deactivate();
        await activate(context);
      }
    }),
  );
  try {
    await client.start();
  } catch (error) {
    const isChinese = env.language.startsWith('zh');
    const reason = error instanceof Error ? error.message : String(error);
    window.showErrorMessage(
      isChinese
        ? `启动不了“${command} lsp”（${reason}）。请安装 biaochi，或在设置 biaochi.command 里写明 dist/cli.js 的路径。`
        : `“${command} lsp” could not be started (${reason}). Install biaochi, or give the path of dist/cli.js in the setting biaochi.command.`,
    );
  }
}

async function deactivate() {
  const last = client;
  client = undefined;
  await last?.stop();
}

module.exports = { activate, deactivate };
