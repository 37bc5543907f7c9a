/** The texts of the templates in one language. A label has at most 20 characters, the limit of a WhatsApp button. */
export interface TemplateWords {
  readonly booking: Words<
    'choose' | 'taken' | 'show_others' | 'person' | 'sure' | 'yes' | 'requested' | 'booked' | 'no_times' | 'reason'
  >;
  readonly welcome: Template<'hello' | 'menu' | 'book' | 'hours' | 'person' | 'prices' | 'reason'> & Triggers;
  readonly vaccination: Template<'text' | 'bring' | 'question' | 'thanks' | 'tag' | 'reason'>;
  readonly rebook: Template<'text' | 'times' | 'later' | 'fine' | 'services' | 'due_tag'>;
  readonly check_in: Template<'hello' | 'food' | 'medicine' | 'phone' | 'thanks' | 'tag' | 'due_tag'>;
  readonly review: Template<'text' | 'good' | 'bad' | 'link' | 'sorry' | 'reason'>;
  readonly after_hours: Template<'text' | 'book' | 'leave' | 'what' | 'thanks' | 'tag'>;
}

type Words<Key extends string> = Readonly<Record<Key, string>>;
type Template<Key extends string> = Words<Key | 'name' | 'description'>;
interface Triggers {
  readonly words: readonly string[];
}
