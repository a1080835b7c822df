// Messages about names, types, amendments and points.
export const checkingMessages = {};
