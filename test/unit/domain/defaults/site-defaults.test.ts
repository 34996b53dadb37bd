import {
  defaultBounds,
  DEFAULTS_ID,
  defaultsProblems,
  productDefaults,
} from '../../../../src/domain/defaults/site-defaults';

const problems = (more: object) =>
  defaultsProblems({ id: DEFAULTS_ID, ...more }).map(({ code, path }) => [code, path]);

it('defaults of a site may be left out, or be the product’s own', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ timeZone: 'Asia/Shanghai', ...productDefaults })).toEqual([]);
});

it('defaults of a site keep their bounds', () => {
  expect(problems({ timeZone: 'Nowhere' })).toEqual([['defaults.unknown-zone', 'doc.timeZone']]);
  for (const [name, { least, most }] of Object.entries(defaultBounds)) {
    expect(problems({ [name]: least })).toEqual([]);
    expect(problems({ [name]: most })).toEqual([]);
    for (const wrong of [least - 1, most + 1, least + 0.5, NaN]) {
      expect(problems({ [name]: wrong })).toEqual([['defaults.out-of-bounds', `doc.${name}`]]);
    }
  }
});
