/** Words that tell of an animal in danger, folded, in English, Portuguese and Spanish. Words of six letters and more may have one typo after the first letter. */

const phrases = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => line.split(','))
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** Each phrase as a list of its words. */
export const DANGERS: readonly (readonly string[])[] = phrases(`
  emergency, emergencies, poison, poisons, poisoned, poisoning, xylitol, antifreeze, overdose, seizure, seizures, seizing, convulsing, convulsion, convulsions
  unconscious, unresponsive, collapsed, collapsing, collapse, fainted, choking, suffocating, drowning, drowned, bleeding, hemorrhage, heatstroke, heat stroke
  bloat, bloated, paralyzed, paralysed, dying, snakebite, snake bite, snake bit, rat bait, snail bait, electrocuted, gasping
  not breathing, isn t breathing, isnt breathing, stopped breathing, can t breathe, cant breathe, cannot breathe, not able to breathe, trouble breathing
  struggling to breathe, difficulty breathing, hard to breathe, hit by car, hit by a car, hit by the car, hit by a truck, hit by a bus, hit by a motorbike, run over
  ran over, won t wake up, wont wake up, doesn t wake up, not waking up, vomiting blood, throwing up blood, blood everywhere, lots of blood, lot of blood, can t pee, cant pee, cannot pee
  swollen belly, swollen stomach, swollen face, broken leg, fell from the window, fell off the balcony, fell from the balcony

  emergencia, emergencias, urgencia, urgencias, veneno, envenenado, envenenada, envenenou, envenenamento, intoxicado, intoxicada, intoxicacao, xilitol, chumbinho, anticongelante
  convulsao, convulsoes, convulsionando, inconsciente, desmaiou, desmaiado, desmaiada, engasgado, engasgada, engasgou, engasgando, sufocando, afogando, afogou
  sangrando, sangramento, hemorragia, atropelado, atropelada, atropelou, atropelaram, atropelamento, insolacao, morrendo, nao respira, nao esta respirando, nao ta respirando, parou de respirar
  nao consegue respirar, dificuldade para respirar, nao acorda, nao reage, vomitando sangue, muito sangue, barriga inchada, torcao gastrica, picada de cobra, nao consegue urinar
  nao consegue fazer xixi, caiu da janela, caiu da varanda, veneno de rato

  envenenamiento, envenenaron, intoxicacion, raticida, matarratas, convulsiones, convulsionando, desmayo, desmayado, desmayada, se desmayo, atragantado, atragantada, ahogando, ahogado
  asfixiando, sangrado, desangrando, atropellado, atropellada, atropello, atropellaron, golpe de calor, muriendo, no respira, no esta respirando, dejo de respirar, no puede respirar
  le cuesta respirar, no despierta, no reacciona, vomitando sangre, vomita sangre, mucha sangre, barriga hinchada, estomago hinchado, torsion gastrica, mordedura de serpiente
  mordida de serpiente, no puede orinar, se cayo de la ventana, se cayo del balcon
`).map((phrase) => phrase.split(' '));

export const EATING: ReadonlySet<string> = new Set(
  phrases(`
    ate, eat, eats, eaten, eating, swallowed, swalowed, swallow, ingested, drank, chewed, licked
    comeu, comido, comendo, engoliu, engolido, ingeriu, bebeu, lambeu, mastigou
    comio, comiendo, trago, tragado, ingirio, bebio, lamio, mastico
  `),
);

export const EATEN: readonly string[] = phrases(`
  chocolate, chocolates, cocoa, grape, grapes, raisin, raisins, onion, onions, garlic, macadamia, bleach, pills, pill, medicine, medication, ibuprofen, paracetamol, aspirin
  lily, lilies, battery, batteries, magnet, needle, detergent, pesticide, fertilizer, marijuana, mushroom, mushrooms, toad
  uva, uvas, passas, cebola, alho, remedio, remedios, comprimido, comprimidos, ibuprofeno, sanitaria, detergente, pilha, agulha, lirio, maconha, cogumelo, sapo
  pasas, cebolla, ajo, pastilla, pastillas, medicamento, medicamentos, lejia, cloro, pila, aguja, setas
`);

/** Taken out of a message before the words are looked for. */
export const HARMLESS: readonly string[] = phrases(`
  emergency exit, emergency exits, emergency contact, emergency contacts, emergency number, emergency fund, not an emergency, no emergency, isn t an emergency, non emergency
  poison ivy, dying to, dying for, dying of laughter, run over to, ran over to, ran over time, run over time, can dogs eat, can cats eat, can my dog eat, can my cat eat
  saida de emergencia, contato de emergencia, contatos de emergencia, nao e uma emergencia, nao e emergencia, sem urgencia, nao e urgencia, nao e uma urgencia, morrendo de saudade
  morrendo de rir, pode comer, podem comer, puede comer, pueden comer, salida de emergencia, contacto de emergencia, no es una emergencia, no es emergencia, sin urgencia, no es una urgencia, no es urgencia, muriendo de risa
`);

/** Real words with the same first letter, one letter away from a word above. */
export const FALSE_FRIENDS: ReadonlySet<string> = new Set(
  phrases(`
    prison, prisons, poisson, poissons, breeding, blending, bleeping, cooking, sizing, grasping, droning, boated
    sagrado, abogado, afagando, afagou
  `),
);
