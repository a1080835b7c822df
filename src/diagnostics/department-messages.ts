// Messages about department files.
export const departmentMessages = {};
