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
  clinic: PATAS_CLINIC,
};
