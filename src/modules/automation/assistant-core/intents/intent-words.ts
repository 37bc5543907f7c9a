import { phrasesOf } from './word-match.js';

/** The intents by priority: an earlier one is handled first. */
export const INTENTS = [
  'person',
  'complaint',
  'cancel',
  'move',
  'my_appointments',
  'pet_info',
  'price',
  'hours',
  'address',
  'phone',
  'services',
  'book',
  'thanks',
  'greeting',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Folded phrases in Portuguese, English and Spanish. Longer phrases are found first, and their words are not read again. */
export const INTENT_PHRASES: Readonly<Record<Intent, readonly (readonly string[])[]>> = {
  person: phrasesOf(`
    me liga, me ligue, me liguem, falar com uma pessoa, falar com alguem, falar com atendente, falar com um atendente, quero um atendente, atendente humano, falar com humano, chama alguem, chamar alguem
    call me, talk to someone, talk to a human, speak to someone, speak to a human, real person, human please, call someone, someone from the team
    llamame, llamenme, me llaman, hablar con una persona, hablar con alguien, quiero una persona, hablar con un humano, persona real, quiero hablar con alguien
  `),
  complaint: phrasesOf(`
    reclamacao, reclamar, fazer uma queixa, pessimo, pessima, horrivel, absurdo, decepcionado, decepcionada, machucaram, machucou, dinheiro de volta, reembolso, descaso, falta de respeito, vou processar, procon
    complaint, complain, terrible, awful, horrible, unacceptable, disappointed, disgusting, injured, hurt my, worst, money back, refund, rude, sue you, ruined
    queja, quejarme, reclamo, pesimo, pesima, inaceptable, lastimaron, lastimo, devolucion, devuelvan, mi dinero, que verguenza, muy mal servicio, una falta de respeto
  `),
  cancel: phrasesOf(`
    cancelar, cancela, cancelem, cancele, cancelo, desmarcar, desmarca, desmarque, desmarquem, nao vou poder, nao vou conseguir, nao vou poder levar, nao vou conseguir levar o, nao vou conseguir levar a, nao consigo levar o, nao vou poder ir, nao vou conseguir ir, nao posso ir, nao poderei ir, nao vamos poder ir, nao consigo ir
    cancel, call off, can t make it, cant make it, cannot make it, won t make it, wont make it, not able to come, can t come, cant come
    anular, anula, anulen, cancelen, no llego a la cita, no llego al turno, no puedo ir, no voy a poder, no voy a poder ir, no podre ir, no vamos a poder ir, no podemos ir
  `),
  move: phrasesOf(`
    trocar, trocar pra, trocar para, passar pra, passar para, remarcar, remarca, remarque, reagendar, reagenda, reagende, adiar, antecipar, mudar, mudar o horario, mudar a data, mudar o dia, trocar o horario, trocar a data, trocar o dia, trocar meu horario, mudar meu horario, passar para outro dia, transferir
    instead, push it to, move to, reschedule, rebook, postpone, move my, move the appointment, move it, change my appointment, change the appointment, change my booking, change the time, change the date, change the day, change my time, different day, push it back, bring it forward
    cambiar, cambiar la cita, cambiar mi cita, cambiar el turno, cambiar mi turno, cambiar la hora, cambiar el dia, cambiar mi hora, reprogramar, mover, mover mi, mover la cita, aplazar, posponer, adelantar, pasar para otro dia, pasar mi cita, pasar la cita, pasarla para, pasar el turno
  `),
  my_appointments: phrasesOf(`
    meu banho e, meu banho eh, e meu banho, e o meu banho, meu agendamento, meus agendamentos, minha reserva, meu horario, meus horarios, minha consulta, quando e o meu, quando e meu, quando e o banho, que horas e o meu, que horas e meu, que dia e o, que dia e meu, tenho algo marcado, tenho horario marcado, tenho algum horario, tenho agendamento, esta marcado, ta marcado, ta confirmado, esta confirmado, ja esta agendado, o que tenho marcado
    is my bath, my bath is, is it confirmed, my appointment, my appointments, my booking, my bookings, my reservation, when is my, what time is my, what day is my, am i booked, do i have an appointment, do i have anything booked, do i have a booking, when do i come
    es mi bano, mi bano es, mi cita, mis citas, mi turno, mis turnos, mi reserva, mis reservas, cuando es mi, cuando tengo, a que hora es mi, a que hora tengo, que dia tengo, tengo cita, tengo turno, tengo algo reservado, tengo alguna cita
  `),
  pet_info: phrasesOf(`
    meus pets, meus animais, dados do meu, dados da minha, ficha do, ficha da, o que voce sabe, o que voces sabem, o que tem anotado, vacinas do, vacinas da, vacina vence, vacinas em dia, carteirinha, carteira de vacina
    my pets, my pet s data, about my pet, what do you know about, what you know about, on file, vaccinations of, vaccines of, vaccination expire, vaccinations expire, vaccines expire, vaccination record
    mis mascotas, datos de mi, ficha de, que sabes de, que saben de, que saben sobre, que sabes sobre, vacunas de, vacunas del, vence la vacuna, carnet de vacunas, cartilla
  `),
  price: phrasesOf(`
    preco, precos, valor, valores, quanto custa, quanto custam, quanto e, quanto fica, quanto sai, quanto ta, quanto esta, quanto cobra, quanto cobram, quanto seria, qto custa, qnto custa, qto e, qto fica, quanto, tabela de precos, orcamento
    price, prices, pricing, cost, costs, how much, how much is, how much does, how much do, what do you charge, do you charge, rates, price list, quote, hw much
    precio, precios, cuanto cuesta, cuanto cuestan, cuanto sale, cuanto vale, cuanto cobran, cuanto cobra, cuanto es, cuanto seria, cuanto esta, cuanto, tarifa, tarifas, costo, presupuesto
  `),
  hours: phrasesOf(`
    horario de funcionamento, horario de atendimento, horarios de funcionamento, que horas abre, que horas abrem, que horas fecha, que horas fecham, ate que horas, abre hoje, abrem hoje, abre amanha, abrem amanha, abre no, abrem no, abre aos, abrem aos, abre, abrem, fecha, fecham, esta aberto, estao abertos, ta aberto, aberto, abertos, funcionamento, voces funcionam, funciona hoje, funcionam, horario, horarios, qual o horario, qual horario, atendem no, atendem aos, atendem hoje
    opening hours, opening times, business hours, working hours, hours, what time do you open, what time do you close, when do you open, when do you close, are you open, do you open, you open, open today, open tomorrow, open on, are you closed, closing time, do you close, you close
    horario de atencion, horarios de atencion, que hora abren, que hora cierran, hasta que hora, abren, abre hoy, abren hoy, cierran, cierra, estan abiertos, esta abierto, abierto, abiertos, que horario, que horarios tienen, atienden los, atienden el, atienden hoy
  `),
  address: phrasesOf(`
    endereco, onde fica, onde ficam, onde voces ficam, onde voces estao, onde e, localizacao, como chego, como chegar, fica onde, qual o bairro
    address, where are you, where is it, where are you located, located, location, directions, how do i get there, how to get there, where is your, where is the shop, where is the clinic
    direccion, donde estan, donde quedan, donde queda, donde esta, donde es, ubicacion, ubicados, como llego, como llegar
  `),
  phone: phrasesOf(`
    telefone, numero de telefone, posso ligar, ligar para voces, qual o numero, telefone de contato, numero de contato, tel
    phone number, telephone, phone, can i call, call you, contact number, your number
    telefono, numero de telefono, puedo llamar, llamarlos, llamar por, numero de contacto, su numero
  `),
  services: phrasesOf(`
    servicos, quais servicos, que servicos, o que voces fazem, o que voce faz, o que fazem, o que oferecem, voces fazem, voces oferecem, tem quais
    services, what services, what do you offer, what do you do, do you offer, which services, service list, treatments
    servicios, que servicios, que ofrecen, que hacen, ustedes hacen, ofrecen
  `),
  book: phrasesOf(`
    encaixar, agendar, agenda, agendamento, agende, marcar, marque, marcar um horario, marcar horario, marca um, marca pra, reservar, reserva, quero um horario, tem horario, tem horarios, tem vaga, tem vagas, vaga, vagas, horario disponivel, horarios disponiveis, horario livre, horarios livres, um horario, horario para, horario pra, outro horario, outros horarios, levar o, levar a, fazer um agendamento, disponibilidade, encaixe
    have anything, anything free, come in today, come in tomorrow, book, booking, book an appointment, make an appointment, an appointment, appointment, schedule, reserve, a slot, slot, slots, available, availability, free slot, free time, any time free, any openings, bring my, bring in
    pedir cita, sacar cita, una cita, cita, citas, hora para, turno, turnos, sacar turno, pedir turno, un turno, disponibilidad, hay lugar, tienen lugar, horarios disponibles, horario disponible, tienen hora, otro horario, otra hora, llevar a, agendo, reservo
  `),
  thanks: phrasesOf(`
    obrigado, obrigada, muito obrigado, muito obrigada, brigado, brigada, valeu, vlw, obg, tchau, ate logo, ate mais, agradeco
    thanks, thank you, thank you so much, many thanks, thx, ty, cheers, bye, goodbye, see you
    gracias, muchas gracias, mil gracias, adios, hasta luego, chao, chau
  `),
  greeting: phrasesOf(`
    oi, oie, ola, bom dia, boa tarde, boa noite, opa, e ai, eai, tudo bem, tudo bom, alo
    hi, hello, hey, good morning, good afternoon, good evening, hiya, hi there, hello there, how are you
    hola, buenas, buenos dias, buen dia, buenas tardes, buenas noches, que tal, como estas, como estan
  `),
};

/** The customer wants to stop the open topic. */
export const STOP_PHRASES = phrasesOf(`
  deixa, deixa pra la, deixa para la, esquece, esqueca, nao quero mais, desisto, mudei de ideia, deixa quieto
  never mind, nevermind, forget it, forget about it, leave it, i changed my mind, don t want it anymore, stop it
  dejalo, olvidalo, olvida, ya no quiero, no quiero mas, dejemoslo, cambie de idea, mejor no
`);

/** With the name of a service, they tell of a wish to book. */
export const WISH_PHRASES = phrasesOf(`
  quero, queria, gostaria, preciso, da pra, da para, pode ser, pra fazer, fazer, pode fazer, posso levar
  i want, i d like, i would like, need, needs, can i get, can i have, can you do, could you, looking for
  quiero, quisiera, querria, necesito, me gustaria, puedo llevar, hacer, se puede
`);

/** Begin or mark a question of knowledge. */
export const QUESTION_PHRASES = phrasesOf(`
  como, qual, quais, quando, onde, por que, porque, quem, posso, pode, podem, tem, aceita, aceitam, voces, precisa, o que
  how, what, which, when, where, why, who, can, could, do you, does, is there, are there, is it, should, may i
  como, cual, cuales, cuando, donde, por que, quien, puedo, puede, pueden, tienen, aceptan, ustedes, hay, necesito, que
`);
