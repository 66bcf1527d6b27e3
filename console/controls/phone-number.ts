/** `+61491570006` as an Australian writes it, `0491 570 006`; other numbers as they are. */
export const mobileText = (mobile: string): string =>
  mobile.replace(/^\+61(4\d\d)(\d{3})(\d{3})$/, '0$1 $2 $3')
