export interface Mutation {
  name: string;
  file: string;
  from: string;
  to: string;
}
export const mutations: Mutation[] = [];
export function mutationNamed(name: string): Mutation {
  const found = mutations.find((m) => m.name === name);
  if (!found) throw new Error(name);
  return found;
}
