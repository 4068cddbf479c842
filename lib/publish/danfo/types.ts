/* eslint-disable @typescript-eslint/ban-ts-comment -- the comment stands in the declaration file, where the package may be missing */
/** @ts-ignore: the package is optional; where it is not installed, its types are `any`. */
import type * as danfo from 'danfojs-node';

/** The module danfojs-node. */
export type Danfo = typeof danfo;

/** A frame of danfojs-node: named columns with a type each, `groupby`, `sortValues`, `query`, `head` … */
export type DataFrame = danfo.DataFrame;
