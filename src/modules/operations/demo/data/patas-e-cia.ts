import { PATAS_CLINIC } from './patas-clinic.js';
import { PATAS_CUSTOMERS } from './patas-customers.js';
import type { DemoCompany } from './demo-data.js';
import { DEMO_CHANNELS } from './sandbox-channels.js';

export const PATAS_E_CIA: DemoCompany = {
  name: 'Patas & Cia',
  time_zone: 'America/Sao_Paulo',
  locale: 'pt-BR',
  owner: { email: 'demo@patas.example', full_name: 'Marina Duarte', role: 'owner' },
  staff: [
    { email: 'bruno@patas.example', full_name: 'Bruno Teles', role: 'manager' },
    { email: 'lia@patas.example', full_name: 'Lia Prado', role: 'staff' },
    { email: 'caio@patas.example', full_name: 'Caio Freitas', role: 'staff' },
    { email: 'yara@patas.example', full_name: 'Yara Lopes', role: 'staff' },
    { email: 'helena@patas.example', full_name: 'Helena Brandão', role: 'staff' },
  ],
  channels: DEMO_CHANNELS,
  customers: PATAS_CUSTOMERS,
  cannedReplies: [
    {
      shortcut: 'horario',
      title: 'Horário de funcionamento',
      text: 'Olá, {{contact.name}}! Atendemos de segunda a sábado, das 9h às 18h. Quer marcar um horário?',
    },
    {
      shortcut: 'vacinas',
      title: 'Carteira de vacinação',
      text: 'Para receber {{pet.name}}, precisamos da carteira de vacinação em dia. Você pode mandar uma foto por aqui?',
    },
    {
      shortcut: 'pronto',
      title: 'Banho pronto',
      text: 'Oi, {{contact.name}}! {{pet.name}} já está de banho tomado. Pode buscar quando quiser. Abraço, {{user.name}}',
    },
  ],
  clinic: PATAS_CLINIC,
};
