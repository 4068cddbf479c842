import type { Definition } from '../../contract/reasons';
import { categoryNoun } from '../names/category-names';

/** What a thing is taken to be: "taking the field "secret" for a hashed password instead". */
export function definitionWords(definition: Definition): string {
  switch (definition.code) {
    case 'STATED':
      return definition.text;
    case 'AMONG_HOLDERS':
      return `counted among the people with ${categoryNoun(definition.category)}`;
    case 'AMONG_ALL':
      return 'counted among all people';
    case 'TAKEN_FOR':
      return `taking ${fieldWords(definition.field)} for ${categoryNoun(definition.category)}`;
    case 'NOT_TAKEN_FOR': {
      const { field, category, others } = definition;
      return others.length > 0
        ? `taking ${fieldWords(field)} for ${others.map(categoryNoun).join(' or ')} instead`
        : `not taking ${fieldWords(field)} for ${categoryNoun(category)}`;
    }
  }
}

function fieldWords(field: string | null): string {
  return `the field ${field === null ? 'the disputed field' : `"${field}"`}`;
}
