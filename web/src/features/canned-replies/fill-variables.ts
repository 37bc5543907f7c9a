/** The values of the variables of a canned reply, by name. */
export interface VariableValues {
  'contact.name': string;
  'pet.name': string;
  'user.name': string;
}

/** Puts the values into a canned reply, for instance into `Hello {{contact.name}}`. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (variable, name: string) =>
    name in values ? values[name as keyof VariableValues] : variable,
  );
}
