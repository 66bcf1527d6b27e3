/** Words of a list, separated by spaces. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
