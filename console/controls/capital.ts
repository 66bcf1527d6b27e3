/** As a sentence begins; a value in quotes at the beginning stays as it was typed, which the style sheet's way would change. */
export const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
