/**
 * Words of pet care that mean the same, in the languages of the product, with commas between them. A phrase counts as a
 * whole. They connect a question with an article that uses another word, also one of another language.
 */
export const CONCEPTS: Readonly<Record<string, string>> = {
  pet: 'pet, pets, dog, dogs, doggy, doggo, animal, animals, cachorro, cachorra, cachorros, cachorrinho, cão, cães, cadela, bicho, bichinho, animais, perro, perra, perros, perrito, perrita, mascota, mascotas, animales, breed, breeds, raça, raza, poodle, caniche, shih tzu, golden, golden retriever, labrador, lab, lhasa, yorkshire, yorkie, maltese, maltês, maltés, schnauzer, spitz, pug, bulldog, beagle, pinscher, dachshund, chihuahua, pastor alemão, pastor alemán, german shepherd, vira lata, border collie, cocker, husky, boxer, rottweiler, pitbull, siames, persa, persian, maine coon',
  price:
    'price, prices, cost, costs, how much, rate, rates, fee, fees, charge, preco, precos, valor, valores, custa, custam, cobra, cobram, cobrar, cobrado, quanto custam, cobran, cobro, quanto custa, quanto fica, quanto e, quanto sai, precio, precios, cuesta, cuestan, cuanto cuesta, cuanto vale, cuanto sale, cuanto es, coste, tarifa',
  hours:
    'opening hours, open, opens, close, closes, closed, horario, horarios, abre, abrem, abrimos, abrir, aberto, aberta, fecha, fecham, fechada, fechado, que horas abre, abren, cierran, cierra, cerramos, abierto, cerrado, funcionamento, atencion',
  sunday: 'sunday, sundays, domingo, domingos',
  saturday: 'saturday, saturdays, sabado, sabados',
  holiday: 'holiday, holidays, public holiday, feriado, feriados, festivo, festivos',
  place:
    'address, location, located, directions, where are you, get there, get to you, como chegar, como chego, cómo llegar, cómo llego, rua, calle, street, bus, ônibus, autobús, endereco, onde fica, localizacao, direccion, ubicacion, ubicados, donde estan',
  parking:
    'parking, park, car park, estacionamento, estacionar, vagas, estacionamiento, aparcamiento, aparcar, parqueo',
  coat: 'coat, fur, hair, pelo, pelos, pelagem, pelaje',
  bath: 'bath, baths, bathe, bathing, wash, washed, shampoo bath, banho, banhos, banhar, banhinho, baño, baños, bañar, bañan, bañarse, bañarlo, bañarla, bano, banos',
  haircut:
    'haircut, haircuts, hair cut, cut, clip, trim, groom, groomed, grooming, groomer, tosa, tosar, corte de pelo, corte, peluqueria, peluquero, rapar, cortar el pelo',
  nails: 'nail, nails, claws, unha, unhas, uña, uñas, corte de unas, cortar las unas',
  vaccine:
    'vaccine, vaccines, vaccination, vaccinations, vaccinated, shot, shots, jab, immunization, vacina, vacinas, vacinacao, vacinar, vacinado, carteirinha, carteira de vacinacao, vacuna, vacunas, vacunacion, vacunado, cartilla',
  puppy: 'puppy, puppies, pup, kitten, filhote, filhotes, filhotinho, cachorrito, cachorrita',
  cat: 'cat, cats, kitty, kitties, kitten, feline, gato, gata, gatos, gatas, gatinho, gatinha, gatito, gatita, gatitos, felino',
  senior: 'senior, elderly, old dog, geriatric, idoso, idosa, idosos, velhinho, mayor, anciano, viejito',
  cancel:
    'cancel, cancellation, reschedule, move my appointment, cancelar, cancelo, cancelamento, desmarcar, remarcar, remarco, mudar meu horário, mudar o horário, trocar o horário, cambiar mi cita, cambiar de hora, change my appointment, move my booking, cambiar la cita, cambio mi cita, cancelacion, reprogramar',
  late: 'late, running late, delay, atraso, atrasar, atrasado, atrasada, retraso, llegar tarde, llego tarde',
  payment:
    'pay, payment, payments, card, credit card, cash, pagamento, pagar, cartao, pix, dinheiro, parcelar, pago, pagos, tarjeta, efectivo',
  transport:
    'pick up, pickup, picked up, collect, shuttle, taxi, transport, buscar em casa, leva e traz, busca e leva, taxi dog, transporte, recoger, recogen, a domicilio, venir a buscar',
  boarding:
    'boarding, board, overnight, kennel, pet hotel, hotel, hotelzinho, hospedagem, hospedar, pernoite, diaria, hospedaje, alojamiento, residencia, guarderia nocturna',
  daycare: 'daycare, day care, creche, guarderia',
  bring: 'bring, pack, packing, levar, trazer, mala, traer, llevar, equipaje, bagagem',
  medicine:
    'medicine, medication, medications, pill, pills, tablet, tablets, insulin, remedio, remedios, comprimido, medicamento, medicina, medicinas, pastilla, pastillas',
  food: 'food, kibble, racao, racoes, pienso, croquetas, alimento, comida',
  deliver: 'deliver, delivery, entrega, entregam, entregar, frete, envio, envios',
  returns:
    'return, returns, refund, exchange, devolver, devolucao, trocar, troca, reembolso, devolucion, cambiar un producto',
  fleas: 'flea, fleas, tick, ticks, pulga, pulgas, carrapato, carrapatos, garrapata, garrapatas',
  knots: 'matted, matting, mats, tangle, tangles, tangled, knot, knots, embolado, embolada, nudo, nudos, enredado',
  teeth:
    'tooth, teeth, dental, tartar, bad breath, breath, dente, dentes, tartaro, mau halito, diente, dientes, sarro, mal aliento',
  aggressive:
    'aggressive, bite, bites, biter, snaps, muzzle, agressivo, agressiva, bravo, brava, bravos, morde, mordeu, focinheira, agresivo, agresiva, muerde, bozal',
  neuter:
    'neuter, neutered, neutering, spay, spayed, castrar, castracao, castrado, castram, esterilizacao, esterilizar, esterilizacion, castracion',
  vet: 'vet, vets, veterinarian, veterinary, veterinario, veterinaria, consulta',
  emergency:
    'emergency, urgent, vomiting, vomits, ate something, poisoned, poison, seizure, bleeding, not breathing, passou mal, passando mal, vomitando, envenenado, convulsão, sangrando, não respira, se siente mal, envenenamiento, convulsión, no respira, emergencia, urgencia, urgente, plantao',
  allergy:
    'allergy, allergies, allergic, sensitive skin, itchy, alergia, alergias, alergico, pele sensivel, piel sensible, dermatite, dermatitis',
  shampoo: 'shampoo, xampu, champu',
  gift: 'gift card, gift cards, gift certificate, gift certificates, voucher, vouchers, vale presente, tarjeta de regalo, tarjeta regalo, tarjetas de regalo',
  plan: 'membership, package, packages, subscription, discount, pacote, pacotes, plano, mensalidade, desconto, paquete, bono, bonos, descuento, descuentos',
  duration: 'how long, duration, quanto tempo, demora, cuanto tarda, cuanto tiempo, tardan, dura',
  watch: 'watch, acompanhar, assistir, olhar, olhando, acompañar, mirar',
  adopt: 'adopt, adoption, adotar, adocao, adoptar, adopcion',
  tip: 'tip, tips, gratuity, gorjeta, propina',
  rabies: 'rabies, raiva, antirrábica, rabia, antirrabico',
  pregnant: 'pregnant, grávida, prenha, gestante, embarazada, preñada',
  training: 'training, trainer, obedience, adestramento, adestrador, adiestramiento, adiestrador',
  leash: 'leash, collar, harness, coleira, guia, peitoral, correa, arnés',
  brush: 'brush, brushing, brushed, escovar, escovação, cepillar, cepillado',
  booking:
    'appointment, appointments, book, booking, schedule, agendar, agendamento, agenda, marcar, hora marcada, reservar, reserva, cita, citas, turno',
  age: 'how old, age, months old, weeks old, idade, qué edad, edad',
  receipt: 'receipt, invoice, nota fiscal, recibo, factura',
  phone: 'phone, phone number, telephone, telefone, whatsapp, teléfono',
  microchip: 'microchip, microchipping, chip, microchipagem',
  worms: 'deworming, dewormer, worms, vermífugo, vermes, desparasitar, desparasitación, lombrices',
  photo: 'photo, photos, picture, pictures, foto, fotos',
  sell: 'sell, buy, purchase, vender, vendem, comprar, compro, venden, vende',
  checkin: 'check in, check out, checkin, checkout, drop off, entrada, salida, saida',
};

/** They say what is asked about a subject, so alone they count half. */
export const GENERAL_CONCEPTS: readonly string[] = ['pet', 'price', 'duration', 'booking', 'sell', 'age'];

/** Words that mean something else in the other languages: a Spanish `cachorro` is a puppy, a Portuguese one a dog. */
export const CONCEPTS_OF_LANGUAGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: { puppy: 'cachorro, cachorra, cachorros, cachorras' },
};
