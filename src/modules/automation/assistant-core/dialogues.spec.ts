import { BATH, GROOMING, MIMI, OWN_BATH, REX } from '../../../../test/builders/assistant-facts.js';
import { AssistantConversation } from '../../../../test/support/assistant-conversation.js';

const names = (conversation: AssistantConversation) => conversation.calls.map(({ name }) => name);
const last = (conversation: AssistantConversation) => conversation.appointments.at(-1);

describe('a customer books', () => {
  it('by buttons', () => {
    const salon = new AssistantConversation();
    expect(salon.say('oi').text).toBe(
      'Sou a assistente virtual de Patas. Escreva PESSOA a qualquer momento para falar com alguém da equipe.\n\nOlá! Como posso ajudar?',
    );
    expect(salon.say({ tap: 'Agendar' })).toMatchObject({ action: 'ask', text: 'Qual serviço você deseja?' });
    const offer = salon.say({ tap: 'Banho' });
    expect(offer).toMatchObject({ action: 'offer_slots', text: expect.stringContaining('Banho (Rex)') });
    expect(offer.choices).toHaveLength(5);
    expect(salon.say({ tap: 'seg 30/11 10:00' }).text).toBe(
      'Banho (Rex), segunda-feira 30/11 às 10:00. Preço: R$ 80. Posso agendar?',
    );
    expect(salon.appointments).toEqual([]);
    expect(salon.say({ tap: 'Sim' })).toMatchObject({
      action: 'reply',
      text: 'Agendado: Banho (Rex), segunda-feira 30/11 às 10:00.',
      evidence: [{ kind: 'booked', starts_at: '2026-11-30T13:00:00.000Z' }],
    });
    expect(names(salon)).toEqual(['find_slots', 'hold_slot', 'confirm_booking']);
  });

  it('by free text, in one sentence', () => {
    const salon = new AssistantConversation();
    expect(salon.say('quero um banho pro Rex na quinta as 14h').text).toContain(
      'Banho (Rex), quinta-feira 03/12 às 14:00. Preço: R$ 80. Posso agendar?',
    );
    expect(salon.say('pode ser').text).toBe('Agendado: Banho (Rex), quinta-feira 03/12 às 14:00.');
  });

  it.each(['a segunda', '2', '10:00', 'às 10', 'a de 10h'])('and chooses by "%s"', (words) => {
    const salon = new AssistantConversation();
    salon.say('quero agendar um banho amanhã de manhã');
    expect(salon.say(words).text).toContain('às 10:00');
  });

  it('and changes the mind in the middle', () => {
    const salon = new AssistantConversation();
    salon.say('quero agendar um banho amanhã às 10h');
    const other = salon.say('não, melhor na sexta de tarde');
    expect(other).toMatchObject({ action: 'offer_slots' });
    expect(other.choices.map(({ label }) => label)).toEqual(['sex 04/12 14:00', 'sex 04/12 16:00']);
    expect(salon.say('na verdade quero banho e tosa').text).toContain('Banho e tosa (Rex)');
    salon.say('a primeira');
    expect(salon.appointments).toEqual([]);
    salon.say('sim');
    expect(last(salon)).toMatchObject({ service: 'Banho e tosa', starts_at: '2026-12-04T17:00:00.000Z' });
  });

  it('and asks the price in the middle', () => {
    const salon = new AssistantConversation();
    salon.say('quero agendar um banho amanhã às 10h');
    expect(salon.say('quanto custa?').text).toBe(
      'Nossos preços:\n• Banho: R$ 80\n\nBanho (Rex), segunda-feira 30/11 às 10:00. Preço: R$ 80. Posso agendar?',
    );
    expect(salon.say('sim').text).toContain('Agendado');
  });

  it('and answers with two messages', () => {
    const salon = new AssistantConversation();
    salon.say('quero agendar um banho amanhã às 10h');
    expect(salon.say('sim', 'qual o endereço?').text).toBe(
      'Agendado: Banho (Rex), segunda-feira 30/11 às 10:00.\n\nNosso endereço: Rua das Flores, 10',
    );
    const other = new AssistantConversation();
    other.say('quero agendar um banho amanhã às 10h');
    expect(other.say('sim', 'espera, na sexta').text).toContain(
      'sexta-feira 04/12 às 10:00. Preço: R$ 80. Posso agendar?',
    );
    expect(other.appointments).toEqual([]);
  });

  it('and names a weekday that is also a number', () => {
    const salon = new AssistantConversation();
    salon.say('quero agendar um banho');
    expect(salon.say('quinta').choices[0]?.label).toBe('qui 03/12 09:00');
    expect(salon.say('a quarta').text).toContain('quinta-feira 03/12 às 16:00');
  });

  it('and takes any time', () => {
    const salon = new AssistantConversation();
    salon.say('how much is a bath and can you do tomorrow afternoon?');
    expect(salon.lastDraft?.text).toContain('Banho: R$ 80');
    expect(salon.say('any').text).toContain('Monday 30 Nov at 14:00. Price: R$ 80. Shall I book it?');
  });

  it('and repeats the time with the yes', () => {
    const salon = new AssistantConversation();
    salon.say('quero agendar um banho amanhã às 10h');
    expect(salon.say('valeu').text).toContain('Posso agendar?');
    expect(salon.say('sim, segunda às 10').text).toContain('Agendado');
  });

  it('and says it once more', () => {
    const salon = new AssistantConversation();
    salon.say('quero agendar um banho amanhã às 10h');
    expect(salon.say('quero agendar um banho').text).toContain(
      'segunda-feira 30/11 às 10:00. Preço: R$ 80. Posso agendar?',
    );
    expect(salon.say('sim').text).toContain('Agendado');
  });

  it('with a word for several services', () => {
    const trim = { ...GROOMING, alias: 's4', name: 'Tosa higiênica' };
    const salon = new AssistantConversation({ facts: { services: [BATH, GROOMING, trim] } });
    salon.say('quero agendar');
    expect(salon.say('tosa').choices.map(({ label }) => label)).toEqual(['Banho e tosa', 'Tosa higiênica']);
    expect(salon.say('2').text).toContain('Tosa higiênica (Rex)');
  });

  it('for one of several pets', () => {
    const home = new AssistantConversation({ facts: { pets: [REX, MIMI] } });
    expect(home.say('I want to book a bath').choices.map(({ label }) => label)).toEqual(['Rex', 'Mimi']);
    expect(home.say('for the cat').text).toContain('Banho (Mimi)');
    const only = new AssistantConversation({ facts: { pets: [REX, MIMI] } });
    expect(only.say('I want to book full grooming').text).toContain('Banho e tosa (Rex)');
  });

  it('when nothing is free', () => {
    const full = new AssistantConversation({ free: [] });
    expect(full.say('quero agendar um banho amanhã').text).toContain('Não encontro horário livre para Banho (Rex)');
    const later = new AssistantConversation({ free: ['2026-12-03T13:00:00.000Z'] });
    expect(later.say('quero agendar um banho amanhã')).toMatchObject({
      text: expect.stringContaining('Não há horário livre nessa data'),
      choices: [{ label: 'qui 03/12 10:00' }],
    });
  });

  it('when somebody else was faster', () => {
    const salon = new AssistantConversation({ failures: { confirm_booking: ['SLOT_TAKEN'] } });
    salon.say('quero agendar um banho amanhã às 10h');
    expect(salon.say('sim')).toMatchObject({
      action: 'offer_slots',
      text: expect.stringContaining('Desculpe, esse horário acabou de ser ocupado.'),
      evidence: [],
    });
  });

  it('and the team has to approve it', () => {
    const salon = new AssistantConversation({ needsApproval: true });
    salon.say('quero agendar um banho amanhã às 10h');
    expect(salon.say('sim')).toMatchObject({
      text: 'Enviei seu pedido: Banho (Rex), segunda-feira 30/11 às 10:00. A equipe ainda precisa confirmar.',
      evidence: [{ kind: 'requested' }],
    });
    expect(salon.say('quando é meu banho?').text).toContain('aguardando a equipe');
  });
});

describe('an own appointment', () => {
  const facts = { appointments: [OWN_BATH] };

  it('moves after a yes', () => {
    const salon = new AssistantConversation({ facts });
    expect(salon.say('quero remarcar para quarta às 14h').text).toContain(
      'Posso mudar Banho (Rex) para quarta-feira 02/12 às 14:00?',
    );
    expect(last(salon)?.starts_at).toBe(OWN_BATH.starts_at);
    expect(salon.say('sim').text).toBe('Remarcado: Banho (Rex) agora é quarta-feira 02/12 às 14:00.');
    expect(last(salon)?.starts_at).toBe('2026-12-02T17:00:00.000Z');
  });

  it('is cancelled after a yes, and stays after a no', () => {
    const salon = new AssistantConversation({ facts });
    expect(salon.say('cancelar').text).toContain('Posso cancelar Banho (Rex), sexta-feira 04/12 às 10:00?');
    expect(salon.say('não, obrigada').text).toBe('Tudo bem, não mudei nada.');
    salon.say('preciso cancelar');
    expect(salon.say({ tap: 'Sim' }).text).toBe('Cancelado: Banho (Rex), sexta-feira 04/12 às 10:00.');
    expect(salon.appointments).toEqual([]);
  });

  it('is chosen among several', () => {
    const two = [OWN_BATH, { ...OWN_BATH, alias: 'a2', service: 'Consulta', starts_at: '2026-12-07T13:00:00.000Z' }];
    const salon = new AssistantConversation({ facts: { appointments: two } });
    expect(salon.say('quero cancelar').choices.map(({ label }) => label)).toEqual([
      'sex 04/12 10:00',
      'seg 07/12 10:00',
    ]);
    expect(salon.say('a segunda').text).toContain('Consulta (Rex)');
    const named = new AssistantConversation({ facts: { appointments: two } });
    expect(named.say('quero cancelar a consulta').text).toContain('Posso cancelar Consulta (Rex)');
  });

  it('that only staff may change goes to staff', () => {
    const salon = new AssistantConversation({ facts: { appointments: [{ ...OWN_BATH, may_cancel: false }] } });
    expect(salon.say('cancelar')).toMatchObject({
      action: 'handoff',
      reason: 'not_allowed_here',
      brief: { messages: ['cancelar'], topic: 'cancel', appointments: [{ kind: 'existing' }] },
    });
  });

  it('is told', () => {
    expect(new AssistantConversation({ facts }).say('quando é o meu banho?').text).toContain(
      'Seus agendamentos:\n• Banho (Rex), sexta-feira 04/12 10:00',
    );
    expect(new AssistantConversation().say('when is my appointment?').text).toContain(
      'You have no future appointment.',
    );
  });
});

describe('confirmation', () => {
  it('takes no tap on an old question', () => {
    const salon = new AssistantConversation({ facts: { appointments: [OWN_BATH] } });
    const first = salon.say('cancelar');
    salon.say('não');
    salon.say('quero agendar um banho amanhã às 10h');
    const yes = first.choices[0];
    const messages = [{ seq: 99, text: 'Sim', tapped: yes?.id ?? '', has_files: false }];
    expect(salon.turn({ ...salon.facts, messages, offers: [] })).toMatchObject({ action: 'ask' });
    expect(names(salon)).toEqual(['find_slots', 'hold_slot']);
  });

  it.each(['sim mas às 16h', 'yes but for the cat', 'ok?', 'talvez'])('is not "%s"', (words) => {
    const salon = new AssistantConversation({ facts: { appointments: [OWN_BATH] } });
    salon.say('quero cancelar meu banho');
    salon.say(words);
    expect(salon.appointments).toHaveLength(1);
  });
});

describe('other messages', () => {
  it('are answered by an article, with its id', () => {
    const articles = [{ id: 'k1', title: 'Cartão', text: 'Sim, aceitamos cartão.', score: 0.9 }];
    expect(new AssistantConversation({ articles }).say('vocês aceitam cartão?')).toMatchObject({
      action: 'reply',
      text: expect.stringContaining('Sim, aceitamos cartão.'),
      citations: ['k1'],
    });
  });

  it('go to the team if no article is good enough', () => {
    const articles = [{ id: 'k1', title: 'Cartão', text: 'Sim, aceitamos cartão.', score: 0.2 }];
    expect(new AssistantConversation({ articles }).say('vocês aceitam cheque?')).toMatchObject({
      text: expect.stringContaining(
        'vou perguntar à equipe. Ela responde aqui segunda-feira 30/11 a partir das 09:00.',
      ),
      gap: 'vocês aceitam cheque?',
    });
  });

  it('that are not understood twice go to a person', () => {
    const salon = new AssistantConversation();
    expect(salon.say('xyzzy').action).toBe('ask');
    expect(salon.say('blorp')).toMatchObject({ action: 'handoff', reason: 'not_understood' });
  });

  it.each([
    ['meu cachorro comeu chocolate', 'emergency', 'ligue agora: +55 11 99999-0000'],
    ['quero falar com uma pessoa', 'customer_wants_person', 'Vou passar para a equipe.'],
    ['péssimo, quero fazer uma reclamação', 'complaint', 'Sinto muito.'],
  ])('%s', (words, reason, text) => {
    expect(new AssistantConversation().say(words)).toMatchObject({
      action: 'handoff',
      reason,
      text: expect.stringContaining(text),
    });
  });

  it.each(['opted_out', 'staff_answers', 'automation_off'] as const)('get no answer: %s', (silence) => {
    expect(new AssistantConversation({ facts: { silence } }).say('oi')).toMatchObject({
      action: 'noop',
      reason: silence,
    });
  });

  it('that only agree to nothing get no answer', () => {
    expect(new AssistantConversation().say('ok 👍')).toMatchObject({ action: 'noop', reason: 'nothing_asked' });
  });
});
