// A declaration → what it gives names to, with the words, fields, parameters and choices inside; a body
// of declarations → a scope. What it is called in after amendments is for `amend-scope.ts`.
import type {
  Declaration,
  GroupNode,
  IndicatorNode,
  ItemNode,
  Name,
  Statement,
  TypeExpression,
} from '../syntax/tree.ts';
import type { Named, NamedKind, NameScope } from './named.ts';

export type PartNode = GroupNode | IndicatorNode | ItemNode;

export function isPartNode(statement: Statement): statement is PartNode {
  return ['group', 'indicator', 'item'].includes(statement.kind);
}

interface More {
  readonly declaration?: Declaration | undefined;
  readonly type?: TypeExpression | undefined;
  readonly parts?: readonly Named[];
  readonly about?: string | undefined;
}

/** What a name stands for; `path` is that of what it stands in. */
export function named(kind: NamedKind, { text, span }: Name, path: readonly string[], more: More) {
  return {
    kind,
    name: text,
    span,
    declaration: more.declaration,
    type: more.type,
    parts: more.parts ?? [],
    path,
    about: more.about,
  } satisfies Named;
}

/** The words or the fields of a written type, lists looked through. */
export function partsOfType(
  type: TypeExpression | undefined,
  path: readonly string[],
): readonly Named[] {
  switch (type?.kind) {
    case 'one-of':
      return type.values.map((value) => named('value', value, path, { type }));
    case 'list':
      return partsOfType(type.of, path);
    case 'record':
      return type.fields.flatMap((field) =>
        field.names.map((name) =>
          named('field', name, path, {
            type: field.type,
            parts: partsOfType(field.type, path),
            about: field.about?.text,
          }),
        ),
      );
    default:
      return [];
  }
}

/** What a statement of a body gives names to, groups, indicators and items aside. */
export function namesOf(statement: Declaration, path: readonly string[]): readonly Named[] {
  const declaration = statement;
  switch (statement.kind) {
    case 'option':
      return [typed('option', statement, path)];
    case 'type':
      return [typed('type', { ...statement, about: undefined }, path)];
    case 'output':
      return [typed('output', statement, path)];
    case 'input': {
      const parts = partsOfType(statement.type, path);
      const { type, about } = statement;
      return statement.names.map((name) =>
        named('input', name, path, { declaration, type, parts, about: about?.text }),
      );
    }
    case 'let': {
      if (!statement.parameters) return [typed('let', statement, path)];
      const parts = statement.parameters.map(({ name, type }) =>
        named('parameter', name, path, { type, parts: partsOfType(type, path) }),
      );
      const { type, about } = statement;
      return [
        named('function', statement.name, path, { declaration, type, parts, about: about?.text }),
      ];
    }
    default:
      return [];
  }

  function typed(
    kind: NamedKind,
    written: {
      readonly name: Name;
      readonly type: TypeExpression | undefined;
      readonly about: { readonly text: string } | undefined;
    },
    around: readonly string[],
  ): Named {
    const { name, type, about } = written;
    const parts = partsOfType(type, around);
    return named(kind, name, around, { declaration, type, parts, about: about?.text });
  }
}

/** The grades that a statement declares. */
export function gradesOf(statement: Statement): readonly Named[] {
  if (statement.kind !== 'grades') return [];
  return statement.grades.map(({ name }) => named('grade', name, [], { declaration: statement }));
}

/** A group, an indicator or an item with what is declared in it. */
export function scopeOfPart(node: PartNode, around: readonly string[]): NameScope {
  const path = [...around, node.name.text];
  const about = node.statements.find((statement) => statement.kind === 'about');
  const self = named(node.kind, node.name, around, {
    declaration: node,
    parts: choicesIn(node, path),
    about: about?.text.text,
  });
  return { self, ...scopeOfBody(node.statements, path) };
}

/** What is declared in a body. */
export function scopeOfBody(
  statements: readonly Statement[],
  path: readonly string[],
): Omit<NameScope, 'self'> {
  const own: Named[] = [];
  const children: NameScope[] = [];
  for (const statement of statements) {
    if (isPartNode(statement)) children.push(scopeOfPart(statement, path));
    else if (!isAmendment(statement)) own.push(...namesOf(statement, path));
  }
  return { names: own, grades: statements.flatMap(gradesOf), children };
}

function choicesIn(node: PartNode, path: readonly string[]): readonly Named[] {
  return node.statements.flatMap((statement) => {
    if (statement.kind !== 'judged') return [];
    const { form } = statement;
    const entries =
      form.kind === 'choice' ? form.choices : form.kind === 'checklist' ? form.entries : [];
    return entries.map(({ name, about }) =>
      named('choice', name, path, { declaration: statement, about: about?.text }),
    );
  });
}

const AMENDMENTS = [
  'points',
  'set',
  'replace',
  'remove',
  'add',
  'rename',
  'order',
  'cite',
] as const;

export type AmendmentNode = Extract<Statement, { kind: (typeof AMENDMENTS)[number] }>;

export function isAmendment(statement: Statement): statement is AmendmentNode {
  return AMENDMENTS.some((kind) => kind === statement.kind);
}
