/** A visit nobody marks counts as given; it is offered for marking for so many days. */
export const DAYS_TO_MARK = 14
