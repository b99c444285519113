/** The forms of settings: how a text from the environment is read, and what it accepts in words. */
import { isIP } from 'node:net';
import { z } from 'zod';

/** A text of this form. */
export const matching = (form: RegExp) => z.string().regex(form);

/** A setting that is a whole number between two bounds, written in digits. */
export const wholeNumber = (least: number, most: number, unset: number) => ({
  read: matching(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most),
  unset: String(unset),
  accepts: `a number from ${least} to ${most}`,
});

/** A setting that is a list, separated by commas; by default, it is empty. */
export const listOf = (part: RegExp) => ({
  read: z
    .string()
    .trim()
    .transform((value) => value.split(/\s*,\s*/).filter((one) => one !== ''))
    .refine((parts) => parts.every((one) => part.test(one))),
  unset: '',
});

/** A setting that is on or off. */
export const onOrOff = (unset: 'on' | 'off') => ({
  read: z.enum(['on', 'off']).transform((value) => value === 'on'),
  unset,
  accepts: 'on or off',
});

/** Whether a text is an IP address, or a subnet such as 10.0.0.0/8. */
export function isAddressOrSubnet(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** A setting that is a size of memory; by default, Glossograph chooses the size. */
export const memorySize = {
  read: matching(/^[1-9]\d{0,5}[mg]$/).optional(),
  accepts: 'a size such as 512m or 4g',
};

/** A setting: its schema, its default, the values that it accepts in words, and its purpose. */
export interface Setting<Schema extends z.ZodType> {
  read: Schema;
  unset?: string;
  accepts: string;
  about: string;
}
export const setting = <Schema extends z.ZodType>(found: Setting<Schema>) => found;
