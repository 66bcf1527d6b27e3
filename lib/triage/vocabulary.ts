import { FIRST_NAMES } from './meanings/first-names.ts'
import { Index, type Lists, sequence } from './pattern.ts'
import type { Word } from './reading.ts'

/** Lists of words and phrases that the tables of signs refer to as `@name`. Phrases are separated by commas. */
export const VOCABULARY = {
  // Places on the body.
  saddle:
    'groin, groins, crotch, saddle, between my legs, between me legs, tween my legs, tween me legs, tween the legs, between my thighs, between me thighs, between the legs, between her legs, between his legs, between legs, bum, bums, bottom, arse, ass, backside, butt, buttocks, bumhole, bum hole, bum cheeks, bum crack, back passage, anus, rectum, rear end, privates, private/personal parts, private/personal area, genital*, vagina, vag, fanny, vulva, labia, clit, clitoris, penis, willy, dick, cock, balls, ball sack, testicle*, nuts, scrotum, perineum, gooch, taint, bits, lady parts, lady bits, girl bits, front bottom, nether regions, nether region, nethers, front passage, rear passage, sit bones, sitting bones, underneath, my front, foof, hoohaa, minge, todger, knob, pubic area, rude bits, girly bits, manly bits, man bits, family jewels, crown jewels, crutch, love bits, lower regions, intimate area, intimate parts, rear, backdoor, back door, undercarriage, down there, down below, below the belt, inner thighs, inner thigh, tailbone, tail bone, where i sit, pelvic floor, pelvis, region down below, goolies, fud, vajayjay, vajay, va jay jay, my downstairs, me downstairs, downstairs area, tackle, round my date, around my date, round me date, up my date, my ring, me ring, ringpiece, ring piece, arsehole, freckle, clacker, my cheeks, me cheeks, both cheeks, between cheeks, between the cheeks, bum cheek, meat and two veg, lady garden, old fella, old boy, john thomas, pecker, schlong, wang, nads, gonads, plums, jatz crackers, foofer, fufu, foo foo, coochie, cooch, hoo ha, twat, cunt, punani, bajingo, botty, derriere, tush, tushy, rump, seat area, bathing suit area, bikini area, bikini line',
  leg: 'leg, legs, foot, feet, ankle, ankles, knee, knees, toe, toes, thigh, thighs, shin, shins, calf, calves, heel, heels, lower limb, limb, limbs, hip, hips',
  legs: 'legs, both feet, both my feet, both thighs, both my thighs, both sides, both ankles, both my ankles, both knees, both calves, both toes, feet, lower half, waist down, lower body',
  onelimb:
    'leg, foot, feet, toe, toes, thigh, thighs, heel, heels, shin, calf, calves, ankle, arm, hand, fingers, hip, buttock, side of my leg',
  site: 'site, sites, spot, wound, hole, injection, injection site, needle mark, mark, puncture, area, skin, dressing, plaster, bandaid, bandage, patch, cut, back, hip, joint, where they put it, it, its, scab, lump, bruise, stitches, entry point, leg',
  flesh:
    'site, sites, spot, wound, hole, injection, injection site, needle mark, mark, puncture, area, skin, dressing, plaster, patch, cut, back, hip, joint, where they put it, lump, bruise, stitches, leg, calf',
  covering:
    'dressing, dressings, bandage, bandages, plaster, plasters, bandaid, bandaids, band aid, gauze, padding, tegaderm, steri strips, steri strip, cotton ball',
  redness:
    'redness, inflammation, red blotch, pink blotch, red circle, red lump, red zone, red bit, red part, red patch, red area, red mark, red spot, red ring, pink bit, pink part, pink patch, pink area, pinkness, the red, the pink',
  redthing:
    'beetroot, beet, tomato, lobster, cherry, strawberry, brick, fire engine, fire truck, traffic light, stop sign, ferrari, anything, hell, rose, chilli, santa, ketchup',
  stuff: 'fluid, stuff, goo, gunk, liquid, discharge, muck, ooze, crap, slime, puss, pus, water',
  // Feeling.
  numb: 'numb, numbness, tingling, pins and needles, pins n needles, pins needles, pins and injection, pins n injection, no feeling, no sensation, no feelings, zero feeling, zero sensation, without feeling, without sensation, lost feeling, lost sensation, lost all feeling, lost all sensation, lost the feeling, loss of feeling, loss of sensation, less feeling, deadened, dead, asleep, gone to sleep, desensitised, like nothing, feel nothing, feels nothing, someone elses, belong to someone else, belongs to someone else, belong to somebody else, not there, isnt there, like rubber, like wood, like cotton wool, novocaine, like the dentist, prickly, fizzy, buzzing, strange feeling, funny feeling, weird feeling, gone funny, gone weird, feels weird, feels strange, feels odd, feel weird, feel odd, feel strange, without any feeling, absolutely no feeling, no sensations, gone dead, gone numb, lifeless, anaesthesia, anesthesia, frozen, weird and numb, reduced feeling, altered sensation',
  deadfeel:
    'numb, numbness, no feeling, no sensation, dead, asleep, gone to sleep, lost feeling, lost sensation, tingling, pins and needles, pins n needles, pins and injection, pins n injection',
  cantfeel:
    'cant feel, cant really feel, cant even feel, can not feel, couldnt feel, dont feel, didnt feel, didnt even feel, unable to feel, not able to feel, barely feel, hardly feel, cant quite feel, not feel, not feeling, stopped feeling, cant properly feel, cant feel anything, cant sense, lost feeling, dont have any feeling, dont have feeling, havent got any feeling, havent any feeling, hasnt got any feeling, no longer feel, barely any feeling, hardly any feeling, not much feeling, little feeling, no real feeling, isnt any feeling, isnt any sensation, never feel, never felt, no longer got any feeling, cant tell if im touching',
  cant: 'cant, can not, couldnt, unable to, not able to, havent been able to, hasnt been able to, not been able to, wasnt able to, struggle to, struggling to, struggled to, trouble, troubles, difficulty, difficult to, hard to, hard, hardly, barely, struggling, struggle, cant seem to, wont let me, cannot seem to, having trouble, having difficulty, problem, problems, unable, strain, strain to, straining, straining to, having to strain',
  urinate:
    'passed water, passed urine, wee, wees, weeing, weed, pee, pees, peeing, peed, urinate, urinating, urine, pass urine, passing urine, pass water, passing water, go for a wee, piss, pissing, tinkle, take a leak, piddle, empty my bladder, widdle, pass water, do a wee, have a wee, do a pee, spend a penny, slash, wizz, wees, urination',
  toilet:
    'toilet, loo, dunny, bathroom, number two, number twos, poo, pooing, poop, pooping, wee, pee, wipe, wiping, myself wipe, go to the toilet, use the toilet',
  bladderword: 'bladder, waterworks',
  bowelword:
    'bowels, bowel, back end, poo, poop, poos, stool, stools, motions, faeces, poop, number twos, back passage, crap',
  /** Not to have felt what the body did. */
  unfelt:
    'didnt feel, didnt even feel, never felt, never feel, not feeling, cant feel, couldnt feel, dont feel, without feeling, no feeling of, wasnt aware of',
  unaware:
    'didnt know, didnt even know, dont know, never knew, didnt feel, never felt, didnt notice, didnt even notice, never noticed, hadnt noticed, hadnt even noticed, havent noticed, not noticed, hadnt felt, hadnt realised, didnt realise, didnt realize, not feeling, cant feel, couldnt feel, dont feel, had no idea, no idea, wasnt aware, unaware, without knowing, without noticing, without realising, before i knew',
  intimacy:
    'sex, sexual, intercourse, make love, making love, made love, lovemaking, love making, intimate, intimacy, orgasm, orgasms, climax, masturbate, masturbating, shag, shagging, bonking, hanky panky, do the deed, doing the deed, jiggy, foreplay, inside me',
  /** What goes wrong with passing water, and with opening bowels. */
  waterfails:
    'cant, couldnt, unable, trouble, difficulty, difficult, struggling, struggle, strain, straining, dribble, dribbles, dribbling, dribbled, leak, leaks, leaking, leaked, accident, accidents, control, urge, warning, know, knowing, notice, noticing, noticed, idea, realise, realising, realised, feel, feeling, felt, nothing, hold, empty, emptied, emptying, itself, bursting, stuck, stopped, stops, retention, havent, hasnt, not been, not had, not gone, not done, no wee, weird, funny, different, strange, numb, tingling, trickle, trickles, weak, slow, catheter, barely, hardly, wet, aware, sensation, without, problem, problems, issues, changed, wont, wouldnt, isnt, hours',
  bowelfails:
    'know, knowing, notice, noticing, noticed, feel, feeling, felt, accident, accidents, control, warning, itself, hold, without, aware, realise, realising, realised, idea, leak, leaking, leaked, sensation, urge, numb, pants, undies, myself, wont stop coming',
  underwear:
    'knickers, undies, underpants, underwear, jocks, pants, pad, pads, panties, trackies, shorts, trousers, pyjamas, couch, seat, car seat, mattress, bed, sheets',
  limbfails:
    'weak, weaker, weakness, buckle, buckled, buckles, buckling, collapse, collapsed, collapses, collapsing, gave, gives way, giving way, give way, giving out, gives out, give out, flop, flops, flopping, floppy, drag, drags, dragging, dragged, drop, drops, dropped, dropping, paralysed, paralyzed, useless, limp, slaps, slapping, slap, folded, folds, folding, crumpled, crumple, went from under, went under me, dead weight, no strength, no power, no control, lost strength, lost power, losing strength, losing power, losing control, lost control, wont work, not working, doesnt work, stopped working, wont move, wouldnt move, cant move, couldnt move, wont hold, wont lift, cant lift, couldnt lift, wouldnt lift, cant push, cant control, not moving, wont respond, wont support, not responding, not holding',

  // Breath, airway.
  breathe: 'breathe, breath, catch my breath, get air, air, get my breath, enough air',
  puffed:
    'swollen, swelling, swells, swell, puffy, puffed, puffing, puffed up, puffing up, blown up, blew up, blowing up, ballooned, balloon, huge, fat, thick, massive, bigger, up like',
  // Body temperature.
  fever:
    'fever, feverish, high temperature, temperature, burning up, hot, roasting, febrile, boiling hot, boiling',
  chills:
    'chills, shiver, shivers, shivery, shivering, shivered, rigors, the shakes, sweats and shakes, cold sweats, cold sweat, night sweats, sweats, drenched in sweat, soaked in sweat, dripping in sweat, pouring with sweat',
  muddled:
    'confused, confusion, delirious, seeing things, hearing things, not making sense, doesnt make sense, making no sense, out of his mind, out of her mind, talking nonsense, talking rubbish, talking gibberish, hallucinating, drowsy, very sleepy, so sleepy, disoriented, disorientated, where i am, where she is, where he is, what day it is, out of it, rambling, incoherent, cant stay awake, cant keep my eyes open, mottled, grey, clammy, shaking uncontrollably, cant stop shaking, uncontrollable shaking, shaking violently, stiff neck, rigors',
  // Skin.
  angry:
    'red, redder, reddish, reddened, inflamed, angry, pink, purple, hot, warm, swollen, swelling, puffy, puffed, throbbing, hard, lumpy, itchy, tender, burning, sore',
  hotword: 'hot, warm, burning, heat, boiling',
  leaky:
    'leaking, leak, leaks, leaked, leaky, weeping, oozing, dripping, seeping, discharging, draining, wet, soaked, sticky, trickling',
  rank: 'manky, smelly, smells, smell, stinks, stinky, stink, pongs, pong, yucky, yuck, gross, nasty, gunky, gooey, crusty, green, yellow, yellowy, foul, feral, rotten, disgusting, rank, whiffy, funky',
  // Pain.
  bad: 'bad, really bad, severe, splitting, pounding, terrible, awful, horrible, killer, horrendous, thumping, banging, cracking, shocking, dreadful, throbbing, constant, massive, huge, raging, blinding, persistent, wicked, ripping, intense, nonstop, non stop, worst, vicious, nasty, mega, brutal',
  headpain:
    'headache, migraine, head pain, head ache, head hurts, head is hurting, head aches, head is aching, head is pounding, head pounding, head is splitting, head is killing me, sore head, head is throbbing, my head',
  // Blood, stomach.
  vomit:
    'vomiting, vomit, vomited, vomits, throwing up, threw up, throw up, thrown up, spewing, spew, spewed, chucking up, chucked up, chucking, chundering, chunder, been sick, being sick, puking, puke, puked, barfing, upchuck',
  thinner:
    'blood thinner, blood thinners, warfarin, eliquis, xarelto, pradaxa, plavix, clexane, apixaban, rivaroxaban, coumadin',
  // Medicine.
  pills:
    'tablet, tablets, pill, pills, capsule, capsules, painkiller, painkillers, meds, medication, medicine, medicines, medications, tabs, caps, packet, pack, box, bottle, strip, sheet',
  took: 'took, taken, take, taking, had, swallowed, swallow, popped, necked, downed, have had, ate, drank, eaten',
  // People.
  child:
    'year old, yr old, kid, kids, toddler, son, daughter, baby, child, grandson, granddaughter, grandkid, boy, girl, little one, 2yo, 3yo',
  firstname: FIRST_NAMES,
  /** What may follow "no" in an answer to us; "no pickles" is none. */
  noafter:
    'i, im, ive, ill, we, it, its, not, no, nothing, never, none, nope, nah, sorry, thanks, thank, thankyou, mate, but, all, still, just, havent, didnt, dont, cant, wont, was, am, been, only, the, my, belt, exercises, to, and, or, at all, way, time, chance, luck there, yet, signs, sign, symptoms, symptom, issues, issue, fever, fevers, temp, temps, temperature, redness, red, swelling, swollen, heat, hot, warmth, pus, puss, discharge, ooze, oozing, weeping, leaking, rash, rashes, hives, itch, itching, numbness, numb, tingling, pins, weakness, weak, leg, legs, calf, chest, pain, pains, soreness, headache, headaches, bleeding, blood, bruising, bruise, infection, breathing, breathlessness, shortness, bladder, bowel, waterworks, chills, shivers, sweats, nausea, vomiting, dizziness, dizzy, drama with, dramas with, probs with, probs weeing, probs peeing, probs pooing, probs going, probs there, problem with, problem weeing, problem peeing, problem pooing, problem going, problems, problems with, trouble, troubles, difficulty, change there, feeling, loss, accidents, anti, antiinflammatories, nurofen, ibuprofen, aspirin, medication, meds, medicine, allergies, allergy, side effects, reaction, reactions, flare, flares, flareup, flare ups, falls, tenderness, lumps, concerns, worries here, more symptoms, other, hurts, it hurts, that, to all, you, cos, because, as, too, need to, ma, sir, unfortunately, afraid, bloody, unhappyface, sad',
  // Visits, and what is none of the clinic's.
  day: 'monday, mon, tuesday, tues, tue, wednesday, wed, weds, thursday, thurs, thur, friday, fri, saturday, sat, tomorrow, the appointment, the injection',
  outing:
    'dinner, lunch, breakfast, brunch, coffee, coffees, drinks, drink, tea, bbq, barbie, barbeque, airport, station, training, practice, rehearsal, party, wedding, engagement, christening, baptism, hens, bucks, gym, pilates, yoga, footy, cricket, tennis, golf, netball, soccer, rugby, game, match, grand final, pub, movies, movie, cinema, concert, gig, show, theatre, club, book club, meeting, zoom, interview, class, school, assembly, work, office, church, choir, beach, picnic, camping, playdate, sleepover, haircut, hairdresser, nails, bingo, trivia, poker, reunion, hotel, flight, holiday, trip, catch up, catchup, dance, disco, raffle, bank, library, your place, my place, ours, yours, moms, mums, dads, nans, grandmas',
  tradie:
    'tiler, plumber, sparky, electrician, builder, painter, gardener, cleaner, carpenter, chippy, roofer, plasterer, mechanic, removalist, removalists, babysitter, courier, driver, postie, locksmith, handyman, glazier, arborist, fencer, landscaper, agent, inspector, delivery',
} as const satisfies Record<string, string>

export type ListName = keyof typeof VOCABULARY

const PHRASES = new Index<string>()
for (const [list, phrases] of Object.entries(VOCABULARY))
  for (const phrase of phrases.split(', ')) PHRASES.add(sequence(phrase), list)

/** Which lists' phrases begin at each word. `medicines` adds the names found in the dictionary. */
export function listsIn(words: readonly Word[], medicines: readonly { start: number; end: number }[]): Lists {
  const lists: { list: string; end: number }[][] = words.map(() => [])
  for (const { span, of } of PHRASES.matches(words, [])) lists[span.start]?.push({ list: of, end: span.end })
  for (const { start, end } of medicines)
    lists[start]?.push({ list: 'medicine', end }, { list: 'pills', end })
  return lists
}
