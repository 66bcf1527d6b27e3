/** Numbers that are no scores: doses, counts, dates, times, ages, days and weeks, money, phone numbers. */
export const NOT_A_SCORE = [
  // Emergency numbers, "10-4", ages, "2 of my toes".
  /\b(?:000|111|112|911|999)\b|\b10-4\b|\b\d+ of (?:my|the|them|us|his|her|our|your|those|these)\b(?! ?10)/g,
  /\b(?:daughter|son|kid|grandson|granddaughter|grandkid|boy|girl|baby|bub|dog|cat|puppy) (?:is|turns|turned) \d+/g,
  // "4 out of 7 days", "2 of 3"; ten is the scale.
  /\b\d+ (?:out )?of (?:the )?(?:last |past )?\d\b(?! ?\/)/g,
  /\b\d+ ?%/g,
  /(?<!\b(?:the|good|bad|last|this|next|rough) )\b(?:day|days|week|weeks|wk|wks|month|months|room|(?<!pain )level|unit|floor|code|injection|round|number \d+ of|part|page|step|iphone|apartment|chapter) (?:is )?#?\d+\b(?! ?\/ ?10)/g,
  /[$£€]\s?\d[\d,.]*/g,
  /\b\d+(?:\.\d+)? ?(?:days?|weeks?|wks?|months?|mths?|years?|yrs?|yo|hours?|hrs?|mins?|minutes?|secs?|am|pm|mg|mcg|ml|g|kg|km|kms|k|m|metres?|steps?|squats?|reps?|sets?|tablets?|tabs?|pills?|capsules?|panad\w+|nurofens?|advil|endones?|ibuprofens?|paracetamols?|times?|bucks|dollars|coffees?|beers?|wines?|stars?|st|nd|rd|th|x|%|percent|more to go|to go|kids|people|nights|sleeps?)\b/g,
  /\b\d{1,2}[:.][0-5]\d\b ?(?:am|pm)?/g,
  /\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b/g,
  /\b(?:at|before|after|by|till|until|around) \d{1,2} ?(?:oclock|am|pm|tomorrow|today|tuesday)/g,
  /\b\d{1,2}(?:st|nd|rd|th)\b(?: \w{3,9})?|\b\d{1,2} (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) \d{1,2}\b/g,
  /\b(?:im|i am|aged|age|turned|turning) \d{2,3}\b/g,
  /\b\d{3} ?\d{3} ?\d{3,4}\b|\b\d{4,}\b/g,
  /(?<!score |pain |level )\bof \d\b(?! ?\/)|\bnumber \d+ of \d+/g,
  /\b(?:had|took|taken|have|bought|got|been) \d+(?! ?(?:\/|out|on|of 10))\b/g,
  // Clock times of a dose: "took 2 panadol at 8".
  /\b(?:took|had|taken|popped)\b(?! (?:it|been|me|pain)\b)[^.;\n]{0,40}?\b(?:at|around|about|since) \d{1,2}\b(?! ?[/@])/g,
  // "see you at 10", "-2", "not 3".
  /\b(?:see|c) (?:you|ya|u|yas)(?: (?!pain|sore|score)\p{L}+){0,2}? (?:at|around|about) \d{1,2}\b(?! ?[/@])/gu,
  /(?<!\d ?)(?<!\w)-\d+(?:\.\d+)?|\b(?:not|isnt|wasnt) (?:an? )?\d+(?:\.\d+)?\b(?! ?(?:\/ ?10|@))/g,
  // Results and counts: "3-2 full time", "3 nil", "2 all", "lost by 10", "back in 5", "3 more sleeps", "size 9".
  /\b\d+(?: ?- ?| )\d+ (?:full ?time|half ?time|ft|ht|up|win|loss)\b|(?<!\ban? )\b\d+(?: ?- ?| )(?:0|all|love)\b(?= (?:at|full|half)|\W*$)/g,
  /\b(?:in|by|size|sz|route|bus|gate|lane|bay|seat|row|table|channel) (?:about )?#?\d+(?:\.5)?\b(?! ?[/@])/g,
  /\b(?:act|take|scene|plan|series|season|episode|ep|top|volume|vol|chapter) \d+\b(?! ?[/@])|\b(?:table|room|dinner|lunch|seats?|tickets?|party|booking) (?:for|of) \d+\b/g,
  /\bhit (?:a |for )?\d+\b/g,
  /\b\d+ more (?!pain|sore|or|like)\p{L}+|\p{L}\d+\p{L}/gu,
  /\bif (?:10|0) is [\w ]{0,24}?(?=id|i would|then|,|$)/g,
]
