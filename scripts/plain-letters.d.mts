export function plainLetters(program: string): string
