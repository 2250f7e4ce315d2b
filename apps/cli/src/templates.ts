// The samples that `enigma new` copies.

export interface Template {
  readonly className: string;
  /** What makes it deploy as it is. */
  readonly deployArgs: readonly string[];
}

export type TemplateName = 'offers' | 'readings';

export const TEMPLATES: Readonly<Record<TemplateName, Template>> = {
  offers: { className: 'Offers', deployArgs: [] },
  readings: { className: 'Readings', deployArgs: ['+90'] },
};
