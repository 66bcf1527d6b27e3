/** Days within which the usual flare settles; being worse after them is a sign. */
const FLARE_DAYS = 28
const WORSE =
  /\b(?:worse|worsening|sorer|more (?:sore|painful|pain|stiff)|hurts more|hurting more|not (?:any )?better|no better|still going up)\b/
const PAST_WEEK_4 =
  /\b(?:week|wk) ?(?:[4-9]|1\d)\b|\b(?:[4-9]|1\d|four|five|six) ?(?:weeks|wks)\b|\bover a month\b/
const READ_CHARACTERS = 2_000

/** Worse than before, four weeks or more after an injection: by her words or by the calendar. */
export function flareTooLong(text: string, dayInPhase = 0): string | undefined {
  const lower = text.slice(0, READ_CHARACTERS).toLowerCase()
  const worse = WORSE.exec(lower)?.[0]
  return worse !== undefined && (dayInPhase >= FLARE_DAYS || PAST_WEEK_4.test(lower))
    ? `pain out of control: ${worse} past week 4`
    : undefined
}
