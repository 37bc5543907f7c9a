const FIELD_RESOURCES: Readonly<Record<string, string>> = {
  appointment_id: 'appointments',
  assignee: 'users',
  assignee_id: 'users',
  company_id: 'companies',
  contact_id: 'contacts',
  conversationId: 'conversations',
  conversation_id: 'conversations',
  deliveryId: 'deliveries',
  channel_id: 'channels',
  channel_ids: 'channels',
  // In the body forms of PATCH and DELETE /messages.
  id: 'messages',
  factId: 'memory',
  flow_id: 'flows',
  gap_id: 'gaps',
  merge_id: 'merges',
  member_ids: 'users',
  message_ids: 'messages',
  pet_id: 'pets',
  prompt_id: 'prompts',
  offerId: 'offers',
  // An offer of the waitlist is named by its hold.
  offer_id: 'appointments',
  proofId: 'proofs',
  pet_ids: 'pets',
  rule_id: 'reminder-rules',
  resource_id: 'resources',
  resource_ids: 'resources',
  resource_type_id: 'resource-types',
  scenarioId: 'scenarios',
  service_id: 'services',
  service_ids: 'services',
  staff_id: 'users',
  staff_ids: 'users',
  team_id: 'teams',
  user_id: 'users',
};

/** The kind of document that a field, a parameter or a path segment names. */
export function resourceOf(name: string): string {
  return FIELD_RESOURCES[name] ?? name;
}
