declare module 'json-logic-js' {
  const jsonLogic: {
    readonly apply: (logic: unknown, data: unknown) => unknown;
    readonly add_operation: (name: string, operation: (...values: number[]) => unknown) => void;
  };
  export = jsonLogic;
}
