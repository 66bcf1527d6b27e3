/** What goes wrong with legs, bladder, bowels, breath and mind. Phrases are separated by commas; tables refer to a list as `@name`. */
export const FAILING = {
  fails: `
    buckle~, give~ way, give~ out, give~ up on, collapse~ under, crumple~, fold~ under, fold~, flop~, floppy,
    drag~, drop~, slap~, scuff~, trail~, sink~ under, go~ from under, go~ out under, went from underneath,
    not listening, obey~, refuse~, weak*, paralys*, useless, limp, lifeless, no strength, no power, no control,
    wont work~, dead weight, give~ in, going out from, like lead, like jelly, like rubber, wobbl*, unsteady,
    shaky and, clumsy, let me down, lets me down, ignores, ignoring, has no force, have no force, no force,
    hangs down, hangs, hanging down, wont take me, wouldnt take me, wouldnt hold, wont hold, not mine,
    not obeying, packed up, packed in, conked out, not cooperating, give up, gives up, gave up, quit on me,
    quits on me, quit working`,
  limbfails: `
    weak, weaker, weakness, buckle, buckled, buckles, buckling, collapse, collapsed, collapses, collapsing,
    gave, gives way, giving way, give way, giving out, gives out, give out, flop, flops, flopping, floppy,
    drag, drags, dragging, dragged, drop, drops, dropped, dropping, paralysed, paralyzed, useless, limp, slaps,
    slapping, slap, folded, folds, folding, crumpled, crumple, went from under, went under me, dead weight,
    no strength, no power, no control, lost strength, lost power, losing strength, losing power,
    losing control, lost control, wont work, not working, doesnt work, stopped working, wont move,
    wouldnt move, cant move, couldnt move, wont hold, wont lift, cant lift, couldnt lift, wouldnt lift,
    cant push, cant control, not moving, wont respond, wont support, not responding, not holding`,
  waterfails: `
    cant, couldnt, unable, trouble, difficulty, difficult, struggling, struggle, strain, straining, dribble,
    dribbles, dribbling, dribbled, leak, leaks, leaking, leaked, accident, accidents, control, urge, warning,
    know, knowing, notice, noticing, noticed, idea, realise, realising, realised, feel, feeling, felt, nothing,
    hold, empty, emptied, emptying, itself, bursting, stuck, stopped, stops, retention, havent, hasnt,
    not been, not had, not gone, not done, no wee, weird, funny, different, strange, numb, tingling, trickle,
    trickles, weak, slow, catheter, barely, hardly, wet, aware, sensation, without, problem, problems, issues,
    changed, wont, wouldnt, isnt, hours`,
  leaking: `
    leak~, dribble~, drip~, trickle~, wet~ myself, spurt~, squirt~ out, pee myself, wee myself, wee a bit,
    pee a bit`,
  breathe: `
    breathe, breath, catch my breath, get air, air, get my breath, enough air`,
  presses: `
    pain*, hurt~, ache~, aching, achy, tight*, heavy, heaviness, pressure, press~, squeez*, crush*, clamp*,
    grip~, band, vice, vise, weight, elephant, brick*, truck, anvil, sit~ on, burn~, stab*, sharp, sore,
    soreness, discomfort, uncomfortable, weird, funny, strange, odd, dodgy, crook, wrong, off, not right, bad,
    flutter*, thump*, pound*, bubbl*, rattl*, cramp*, spasm*, twinge*, constrict*, squash*, strap*,
    being sat on, standing on`,
  faints: `
    pass~ out, pass~ right out, black~ out, keel~ over, conk~ out, lost consciousness, lose~ consciousness,
    went down like, dropped like, drop~ to the floor/ground, hit~ the floor/deck/ground/tiles/pavement,
    lights went out, everything/room/world/vision go~ black/dark/grey, go~ to black, everything turned black,
    saw black, seeing black, knocked out cold, out cold, unresponsive, unrousable, unconscious,
    come~ to on the, woke~ up on the floor/ground/tiles/lawn, come~ round/around on the, found . on the floor,
    on the floor unconscious, lost . minutes/seconds, syncope, blackouts, went straight down, woke up lying,
    woke up on the floor, then bang . floor, next thing . floor, woke on the floor, found myself on, fainted,
    fainting, faints`,
  shakes: `
    shake~ . hard/violently/uncontrollably/all/so/badly/nonstop/stop/lots, shaking, cant stop shaking, shakes,
    the shakes, rigor*, shivering violently, uncontrollabl*, teeth . chatter~`,
  muddled: `
    confused, confusion, delirious, seeing things, hearing things, not making sense, doesnt make sense,
    making no sense, out of his mind, out of her mind, talking nonsense, talking rubbish, talking gibberish,
    hallucinating, drowsy, very sleepy, so sleepy, disoriented, disorientated, where i am, where she is,
    where he is, what day it is, out of it, rambling, incoherent, cant stay awake, cant keep my eyes open,
    mottled, grey, clammy, shaking uncontrollably, cant stop shaking, uncontrollable shaking,
    shaking violently, stiff neck, rigors, isnt making sense, isnt making any sense, wasnt making sense,
    arent making sense, making little sense, not herself, not himself, not all there, away with the fairies,
    zoned out, cant wake, seeing spiders, cant think straight, forgot my own, forgot his own, forgot her own,
    brain is fog, brains all fog, brain fogged, muddled, not with it, picking at the air, pack a suitcase,
    groggy`,
  puffed: `
    swollen, swelling, swells, swell, puffy, puffed, puffing, puffed up, puffing up, blown up, blew up,
    blowing up, ballooned, balloon, huge, fat, thick, massive, bigger, up like`,
  swells: `
    swell~, swollen, puff~, puffed up, puffy, balloon~, blow~ up, blown up, blew up, bloat~, fat, thick,
    thicker, huge, massive, enormous, twice, double, inflate~, expand~, swole, swelling, like a football,
    like a balloon, plumped, fuller, coming up, come up, up like, too big, bigger than`,
  limbsore: `
    pain, sore, soreness, swollen, swelling, swell~, hot, red, tender, tight, hurt~, puffy, hard, big, bigger,
    warm, ache~, aching, cramp*, throb~, lump, lumpy, fat, fatter, burning, purple, heavy, rock, stiff`,
  huge: `
    huge, massive, enormous, giant, spread~, grow~, bigger, dinner plate, plate, football, whole, entire,
    across, everywhere, down to, worse, knee, thigh, black`,
} as const satisfies Record<string, string>
