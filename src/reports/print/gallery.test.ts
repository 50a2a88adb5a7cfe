import { expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { print } from './index.ts';

const files = { html: 'html', text: 'txt', markdown: 'md' } as const;
const cases = (['en', 'it'] as const).flatMap((language) =>
  Object.entries(files).map(([form, ending]) => ({ language, form: form as keyof typeof files, ending })),
);

test.each(cases)(
  'the report as $form in $language looks as it did: test/gallery has it',
  async ({ language, form, ending }) => {
    const printed = new TextDecoder().decode(await print(fixture(language), form));
    await expect(printed).toMatchFileSnapshot(`../../../test/gallery/report.${language}.${ending}`);
  },
);
