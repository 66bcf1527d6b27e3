/** Medicines, people, visits, and what is none of the clinic's. Phrases are separated by commas; tables refer to a list as `@name`. */
export const THINGS = {
  thinner: `
    blood thinner, blood thinners, warfarin, eliquis, xarelto, pradaxa, plavix, clexane, apixaban, rivaroxaban,
    coumadin`,
  pills: `
    tablet, tablets, pill, pills, capsule, capsules, painkiller, painkillers, meds, medication, medicine,
    medicines, medications, tabs, caps, packet, pack, box, bottle, strip, sheet, painkiller tablets, panadols`,
  took: `
    took, taken, take, taking, had, swallowed, swallow, popped, necked, downed, have had, ate, drank, eaten,
    washed down, necking, scoffed, guzzled`,
  child: `
    year old, yr old, kid, kids, toddler, son, daughter, baby, child, grandson, granddaughter, grandkid, boy,
    girl, little one, 2yo, 3yo`,
  person: `
    she, he, her, him, shes, hes, mum, dad, mother, father, wife, husband, hubby, missus, partner, nan, nana,
    pop, grandma, grandpa, son, daughter, bloke, patient, them, they`,
  late: `
    late, overdue, missed, havent had, not had, hasnt come, didnt come`,
  noafter: `
    i, im, ive, ill, we, it, its, not, no, nothing, never, none, nope, nah, sorry, thanks, thank, thankyou,
    mate, but, all, still, just, havent, didnt, dont, cant, wont, was, am, been, only, the, my, belt,
    exercises, to, and, or, at all, way, time, chance, luck there, yet, signs, sign, symptoms, symptom, issues,
    issue, fever, fevers, temp, temps, temperature, redness, red, swelling, swollen, heat, hot, warmth, pus,
    puss, discharge, ooze, oozing, weeping, leaking, rash, rashes, hives, itch, itching, numbness, numb,
    tingling, pins, weakness, weak, leg, legs, calf, chest, pain, pains, soreness, headache, headaches,
    bleeding, blood, bruising, bruise, infection, breathing, breathlessness, shortness, bladder, bowel,
    waterworks, chills, shivers, sweats, nausea, vomiting, dizziness, dizzy, drama with, dramas with,
    probs with, probs weeing, probs peeing, probs pooing, probs going, probs there, problem with,
    problem weeing, problem peeing, problem pooing, problem going, problems, problems with, trouble, troubles,
    difficulty, change there, feeling, loss, accidents, anti, antiinflammatories, nurofen, ibuprofen, aspirin,
    medication, meds, medicine, allergies, allergy, side effects, reaction, reactions, flare, flares, flareup,
    flare ups, falls, tenderness, lumps, concerns, worries here, more symptoms, other, hurts, it hurts, that,
    to all, you, cos, because, as, too, need to, ma, sir, unfortunately, afraid, bloody, unhappyface, sad`,
  day: `
    monday, mon, tuesday, tues, tue, wednesday, wed, weds, thursday, thurs, thur, friday, fri, saturday, sat,
    tomorrow, the appointment, the injection`,
  outing: `
    dinner, lunch, breakfast, brunch, coffee, coffees, drinks, drink, tea, bbq, barbie, barbeque, airport,
    station, training, practice, rehearsal, party, wedding, engagement, christening, baptism, hens, bucks, gym,
    pilates, yoga, footy, cricket, tennis, golf, netball, soccer, rugby, game, match, grand final, pub, movies,
    movie, cinema, concert, gig, show, theatre, club, book club, meeting, zoom, interview, class, school,
    assembly, work, office, church, choir, beach, picnic, camping, playdate, sleepover, haircut, hairdresser,
    nails, bingo, trivia, poker, reunion, hotel, flight, holiday, trip, catch up, catchup, dance, disco,
    raffle, bank, library, your place, my place, ours, yours, moms, mums, dads, nans, grandmas`,
  tradie: `
    tiler, plumber, sparky, electrician, builder, painter, gardener, cleaner, carpenter, chippy, roofer,
    plasterer, mechanic, removalist, removalists, babysitter, courier, driver, postie, locksmith, handyman,
    glazier, arborist, fencer, landscaper, agent, inspector, delivery`,
  each: `each day, every day, each night, every night, each week, every week, each morning, every morning, everyday, daily`,
  exertion: `
    gym, marathon, run, running, jog, spin, class, workout, squats, pilates, yoga, lunges, mowing, gardening,
    footy, cricket, netball, dance, dancing, swim, swimming, hike, hiking, bike ride, plane, flight, drive,
    car trip, stadium, bench, pew, bleachers, movie, bus, train, meeting, football, concert, wedding, shopping,
    stairs challenge, walk, exercises, training, session, parkrun, clams, bridges, leg day, zumba, tennis,
    golf, pool, seats, pews, benches, grandstand`,
  texts: `
    text, texts, texting, message, messages, messaging, sms, smses, reminder, reminders, notification,
    notifications, communication, communications, correspondence, contact, contacting, contact with me, spam,
    spamming, these alerts, auto replies, my number, my phone, my mobile, this number, this phone, this mobile,
    my inbox, bombarding, pestering, harassing me, nagging me, bugging me, bothering me, hassling me,
    reminding, being reminded`,
  ending: `
    stop, stopping, quit, quitting, cease, ceasing, discontinue, discontinuing, halt, terminate, end, ending,
    cancel, disable, deactivate, block, blocking, unsubscribe, cut, kill, suspend, ditch, silence, mute,
    switch off, turn off, shut off, flick off, get rid of, lay off, knock off, cut out, enough with, enough of,
    enough, no more of, no more, no further, no longer, pull the plug on, put an end to, put a stop to,
    give up, remove, delete, piss off with, bugger off with, get lost with, shove, off with, ease up on,
    ease up with`,
  filler: `
    sending, send, getting, get, receiving, receive, giving, me, us, all, these, those, the, this, that, your, any,
    future, further, more, of, with, to, out, automated, auto, automatic, constant, daily, weekly, annoying, stupid,
    bloody, damn, dam, silly, endless, from, you, guys, clinic, please, kindly, immediately, now, every, text, sms, other,
    unwanted, such, having, it, them, on, at, for, through, type, kind, sort, in, my, coming, so, many, anymore, want, bombarding, by, via`,
  refusing: `
    dont want, not want, dont wanna, didnt want, dont need, not need, dont wish, not wish, dont require,
    no need for, not interested in, dont send, not send, never send, dont keep sending, dont like getting,
    dont like receiving, dont like these, rather not get, rather not receive, rather not have,
    prefer not to get, prefer not to receive, prefer no, sick of, tired of, fed up with, fed up of,
    had enough of, over these, over your, over getting, hate, never wanted, no longer want, no longer need,
    no longer wish, no longer require, wish not, would like no, can do without, not consent to, no consent for,
    doesnt want, doesnt need, doesnt wish, doesnt like, wont need, wont be needing`,
} as const satisfies Record<string, string>
