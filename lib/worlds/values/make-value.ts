import type { Distinct } from '../documents/column';
import { cellOf } from '../documents/cell';
import type { ColumnPlan } from '../population/population-plan';
import { drawText } from '../randoms/draw';
import { bodyValue } from './body-value';
import { choiceValue } from './choice-value';
import { codeValue, isUnique, uuidValue } from './code-value';
import { emailValue, personNameValue, wordsValue } from './name-values';
import { tokenValue } from './token-value';
import {
  firmwareValue,
  hardwareAddressValue,
  hardwareVersionValue,
  modelValue,
  privateIpValue,
  ssidValue,
} from './thing-values';
import type { ValueContext, ValueWriter } from './value-context';

/** The writer of a column's value, as its parameters say. */
export function makeValue(context: ValueContext): ValueWriter {
  const { parameters } = context.plan;
  const { column, population, kind, instants, draw } = context;
  switch (parameters.make) {
    case 'person-id':
      return ({ person, index, fresh }) =>
        column.bytes(population.ids.of(person.number), fresh && index === 0);
    case 'email':
      return emailValue(parameters, context);
    case 'person-name':
      return personNameValue(parameters, context);
    case 'words':
      return wordsValue(parameters, context);
    case 'constant': {
      const cell = cellOf(parameters.value, 0);
      return () => column.cell(cell);
    }
    case 'choice':
      return choiceValue(parameters, context);
    case 'number': {
      const { from, to, decimals = 0, draw: text } = parameters;
      const [low, values] = [Math.round(from * 10 ** decimals), Math.round((to - from) * 10 ** decimals) + 1];
      const drawn = draw(text);
      return ({ person, index }) =>
        column.number(low + Math.floor(drawn.at(person.number, index) * values), decimals);
    }
    case 'time': {
      const instant = instants.of(kind, context.plan.path);
      return ({ person, index }) => column.number(instant(person, index));
    }
    case 'code':
      return codeValue(parameters, context);
    case 'uuid':
      return uuidValue(parameters, context);
    case 'token':
      return tokenValue(parameters, context);
    case 'model':
      return modelValue(context);
    case 'hardware-version':
      return hardwareVersionValue(context);
    case 'firmware':
      return firmwareValue(parameters, context);
    case 'hardware-address':
      return hardwareAddressValue(parameters, context);
    case 'ssid':
      return ssidValue(parameters, context);
    case 'private-ip':
      return privateIpValue(parameters, context);
    case 'body':
      return bodyValue(parameters, context);
  }
}

/** How the different values of a column are counted: those that are different by construction need no looking at. */
export function distinctOf({ parameters }: ColumnPlan): Distinct {
  const { make } = parameters;
  if (make === 'person-id') return 'each';
  if (make === 'time') return 'numbers';
  if (make === 'hardware-address') return parameters.of === undefined ? 'each' : 'texts';
  if (make !== 'code') return 'texts';
  return isUnique(parameters, drawText(parameters.draw ?? '')?.by ?? 'document') ? 'each' : 'texts';
}

/** Whether a column comes from the sources of its kind in turn, and not from each document. */
export function isByTurn({ parameters }: ColumnPlan): boolean {
  if (parameters.make === 'token') return parameters.perTurn ?? false;
  const { draw } = { draw: undefined, ...parameters } as { draw?: string };
  return draw !== undefined && drawText(draw)?.by === 'turn';
}
