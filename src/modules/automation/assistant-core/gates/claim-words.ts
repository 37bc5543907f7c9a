/**
 * Words that say that something was booked, moved or cancelled, in eight languages, folded. `*` stands for any ending. The words of all
 * languages are looked for in every text, because a model may answer in any of them.
 */
export type ClaimKind = 'booked' | 'moved' | 'cancelled' | 'done';

const words = (table: string): readonly string[] => table.split(/\s+/).filter(Boolean);
const phrases = (table: string): readonly string[] =>
  table
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** Participles and past tenses. */
export const CLAIM_WORDS: Readonly<Record<Exclude<ClaimKind, 'done'>, readonly string[]>> = {
  booked: words(`
    booked reserved confirmed scheduled secured
    agendado* agendada* agendei agendamos marcado* marcada* marquei marcamos reservado* reservada* reservei reservamos confirmado* confirmada* confirmei confirmamos garantido* garantida* garanti
    agendaste apartado* apartada* reservee* confirmee* programmee* planifiee*
    prenotat* riservat* confermat* fissat* prenotai
    gebucht reserviert bestatigt bestaetigt vereinbart eingetragen festgemacht
    geboekt gereserveerd bevestigd ingepland vastgelegd ingeboekt
    zarezerwowan* zarezerwowal* potwierdzon* potwierdzil* umowion* umowil* zapisan* zapisal* zabukowan* zabukowal*
  `),
  moved: words(`
    moved rescheduled rebooked postponed changed
    remarcado* remarcada* remarquei remarcamos reagendado* reagendada* reagendei alterado* alterada* alterei mudado* mudada* mudei transferido* transferida* transferi adiado* adiada* adiei
    reprogramado* reprogramada* cambiado* cambiada* movido* movida* pospuesto* pospuesta* aplazado* aplazada*
    deplacee* reportee* reprogrammee* decalee* spostat* riprogrammat* rinviat* cambiat*
    verschoben verlegt umgebucht geandert geaendert verplaatst verzet omgeboekt gewijzigd
    przelozon* przelozyl* przesuniet* przesunal* przesunel* zmienion* zmienil*
  `),
  cancelled: words(`
    cancelled canceled
    cancelado* cancelada* cancelei cancelamos desmarcado* desmarcada* desmarquei anulado* anulada*
    annulee* annullat* cancellato cancellata disdett*
    storniert abgesagt geloscht geloescht annulliert geannuleerd afgezegd afgemeld gecanceld
    odwolan* odwolal* anulowan* anulowal* skasowan*
  `),
};

/** Words that mean something else without their accents: "reservé" is a claim, "reserve" is an offer. */
export const ACCENTED_CLAIM_WORDS: Readonly<Record<Exclude<ClaimKind, 'done'>, readonly string[]>> = {
  booked: words('agendé reservé confirmé aparté programé réservé réservés confirmés programmé planifié'),
  moved: words('reprogramé cambié moví aplacé reagendé déplacé reporté reprogrammé décalé'),
  cancelled: words('cancelé anulé annulé annulés'),
};

/** Of several words. */
export const CLAIM_PHRASES: Readonly<Record<ClaimKind, readonly string[]>> = {
  booked: phrases(`
    see you on, see you at, see you tomorrow, see you then, we expect you, we will expect you, expecting you, spot is yours, slot is yours, is in the calendar, on the calendar, put you down for, got you down for, you re in for, i ve got you, locked in, is set for, all set for
    te esperamos, esperamos voce, esperamos voces, te espero, vejo voce, ate amanha as, ate la, esta na agenda, coloquei na agenda, anotado para, fica para, ficou para, horario e seu, horario e sua
    los esperamos, le esperamos, lo esperamos, nos vemos, queda para, quedo para, quedaste para, esta en la agenda, anotado para, tu cita es, su cita es, tu hora es
    on vous attend, nous vous attendons, a bientot le, est pris, rendez vous pris, c est note, c est reserve, est reserve, est confirme, ai reserve, ai confirme, avons reserve, avons confirme
    ti aspettiamo, vi aspettiamo, ci vediamo, appuntamento preso, ho prenotato, e in agenda
    wir sehen uns, wir erwarten sie, bis dann, termin steht, steht im kalender, habe sie eingetragen, termin ist fest
    tot dan, we verwachten u, we verwachten je, staat in de agenda, staat genoteerd, tot ziens op
    do zobaczenia, czekamy na, wizyta jest ustalona, jest w kalendarzu
  `),
  moved: phrases(`
    is now on, is now at, new time is, agora e dia, agora e na, novo horario e, passou para, passei para, ahora es, nueva hora es, pasa al, est maintenant, ora e, ist jetzt, is nu op, jest teraz, have changed your appointment
  `),
  cancelled: phrases(`
    is off, called off, taken off the calendar, no longer have an appointment, tirei da agenda, saiu da agenda, ya no tienes cita, a ete annule, ist gestrichen
  `),
  done: phrases(`
    done, all done, all set, it s done, you re all set, you are all set, all sorted, all good to go, consider it done, taken care of
    feito, esta feito, tudo certo, prontinho, ta feito, tudo pronto, ja esta feito
    hecho, esta hecho, listo, ya esta, todo listo, ya quedo
    c est fait, c est bon, tout est regle, fatto, tutto a posto, e fatto
    erledigt, ist erledigt, alles klar gemacht, geregeld, is geregeld, gedaan, zrobione, gotowe, zalatwione
  `),
};

/** Shortly before a claim word they say that it is not so, or not yet. */
export const DENIALS: ReadonlySet<string> = new Set(
  words(`
    not isn wasn hasn haven aren never nothing cannot can t could may might if once until unless
    nao nunca poderia pode podem caso puede podria pas rien jamais non mai
    nicht nichts kann niet niets nooit kan nie nigdy
  `),
);
/** In Portuguese "no" also means "on the", so it denies only before one of these, or right before the claim. */
export const AFTER_NO: ReadonlySet<string> = new Set(
  words('he ha han hemos esta estan fue se queda quedo tengo tiene hay lo la te le has have is was one yet'),
);

/** Taken out before: they deny nothing ("no problem, booked"), or claim nothing ("fully booked"). */
export const NEUTRAL: readonly string[] = phrases(`
  no problem, no problems, not a problem, no worries, not to worry, don t worry, dont worry, no doubt, why not, not only, fully booked, booked up
  sem problema, sem problemas, nao se preocupe, nao apenas, nao so, pode deixar, pode ficar tranquilo, pode ficar tranquila
  no hay problema, sin problema, no te preocupes, no se preocupe, no solo, puede estar tranquilo, puedes estar tranquilo
  pas de probleme, pas de souci, ne vous inquietez pas, nessun problema, non ti preoccupare, non si preoccupi
  kein problem, geen probleem, nicht nur, niet alleen, nie ma problemu, nie martw sie, nie tylko
`);

/** A sentence that begins so and ends with a question mark asks for leave. */
export const OFFERS_TO_ACT = phrases(`
  shall i, should i, do you want, would you like, can i, may i, want me, is it ok, do you need, have you, did you, were you, are you
  posso, quer que, voce quer, deseja, gostaria, devo, quer, podemos, voce ja
  puedo, quieres, quiere, desea, te gustaria, debo, la reservo, lo reservo, cambio, cancelo, ya tienes
  puis je, voulez vous, souhaitez vous, vuoi che, vuole, posso, desidera, soll ich, mochten sie, wollen sie, zal ik, wilt u, wil je, czy
`);
