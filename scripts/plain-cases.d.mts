export function plainCases(program: string): string
