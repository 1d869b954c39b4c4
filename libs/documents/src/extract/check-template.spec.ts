import { Refusal } from '@registre/platform';
import { checkTemplate } from './check-template.js';
import { renderTemplate } from './liquid.js';
import { COMPLETE, UNKNOWN_FACTS } from './sample-contexts.js';

function refused(text: string): Refusal {
  try {
    checkTemplate(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`not refused: ${text}`);
}
const messages = (text: string) => refused(text).reasons.map(({ message }) => message);

describe('a template is refused, naming the line, when it', () => {
  it('does not parse', () => {
    expect(refused('a\n{% if affair.report %}')).toMatchObject({
      kind: 'invalid',
      code: 'template.not-closed',
      reasons: [
        {
          field: 'text',
          rule: 'template.not-closed',
          message: 'Ligne 2, colonne 1 : « {% if affair.report %} » n’est pas fermé.',
        },
      ],
    });
    expect(messages('{{ affair.subject')).toEqual([
      'Ligne 1, colonne 1 : « "{{ affair.subject" » n’est pas fermé.',
    ]);
    expect(messages('{% assign x %}')[0]).toMatch(/^Ligne 1, colonne \d+ : erreur de syntaxe \(/);
  });

  it('uses a variable that does not exist', () => {
    expect(messages('Objet :\n{{ affair.sujet }}')).toEqual([
      'Ligne 2, colonne 4 : la variable « affair.sujet » n’existe pas.',
    ]);
  });

  it('uses one on a branch that few affairs take', () => {
    const text = `{% for ballot in affair.ballots %}
{% case ballot.method %}{% when "roll-call" %}{{ ballot.appel }}{% endcase %}
{% unless ballot.round %}{% else %}{% if false %}{{ ballot.tour }}{% endif %}{% endunless %}
{% break %}{{ ballot.perdu }}
{% endfor %}`;
    expect(messages(text)).toEqual([
      'Ligne 2, colonne 50 : la variable « ballot.appel » n’existe pas.',
      'Ligne 3, colonne 53 : la variable « ballot.tour » n’existe pas.',
      'Ligne 4, colonne 15 : la variable « ballot.perdu » n’existe pas.',
    ]);
  });

  it('lists a property that does not exist', () => {
    expect(messages('{{ affair.present | map: "nom" | join: ", " }}')).toEqual([
      'Ligne 1, colonne 1 : la variable « nom » n’existe pas.',
    ]);
    expect(() => checkTemplate('{{ affair.recused | map: "member.fullName" }}')).not.toThrow();
  });

  it('relies on a list that may be empty, or on a fact that may be unknown', () => {
    expect(messages('{{ affair.present[0].fullName }}')).toHaveLength(1);
    expect(messages('{% if extract %}{% assign x = 1 %}{% endif %}{{ x }}')).toEqual([
      'Ligne 1, colonne 49 : la variable « x » n’existe pas.',
    ]);
  });

  it('reads files', () => {
    expect(messages('{% include "/etc/passwd" %}')).toEqual([
      'Ligne 1, colonne 1 : la balise « include » n’existe pas.',
    ]);
    for (const tag of ['render', 'layout', 'block']) {
      expect(refused(`{% ${tag} "x" %}`).code).toBe('template.unknown-tag');
    }
  });

  it('depends on the clock or on chance', () => {
    expect(messages('{{ "now" | date: "%Y" }}')).toEqual([
      'Ligne 1, colonne 1 : le filtre « date » n’existe pas.',
    ]);
    expect(refused('{{ affair.present | sample }}').code).toBe('template.unknown-filter');
  });

  it('asks too much', () => {
    expect(refused('{% for i in (1..900000000) %}x{% endfor %}').code).toBe('template.too-heavy');
    expect(refused('x'.repeat(100_001)).code).toBe('template.too-long');
    const loops =
      '{% for i in (1..9000) %}{% for j in (1..9000) %}{% assign k = j %}{% endfor %}{% endfor %}';
    expect(refused(loops).code).toBe('template.too-heavy');
  });

  it('reaches for what no variable holds', () => {
    expect(messages('{{ affair.constructor }}')).toHaveLength(1);
    expect(messages('{{ affair.subject.constructor.name }}')).toHaveLength(1);
    expect(messages('{{ __proto__ }}')).toHaveLength(1);
  });

  it('has several faults: all are said', () => {
    expect(messages('{{ affair.a }}\n{{ affair.b }}')).toHaveLength(2);
    expect(messages('{{ affair.a | b }}\n{% c %}')).toHaveLength(2);
  });
});

describe('rendering', () => {
  it('takes facts for text, never for a template', () => {
    const context = { ...COMPLETE, affair: { ...COMPLETE.affair, subject: '{{ affair.number }}' } };
    expect(renderTemplate('{{ affair.subject }}', context)).toBe('{{ affair.number }}');
  });

  it('prints zero as known and nothing for an unknown one', () => {
    const text =
      '[{{ affair.sheet | default: "?" }}][{{ affair.ballots[0].counts.notTakingPart | default: "?" }}]';
    expect(renderTemplate(text, COMPLETE)).toBe('[12][0]');
    expect(renderTemplate(text, UNKNOWN_FACTS)).toBe('[?][?]');
  });

  it('stops at a text that grows beyond measure', () => {
    const affair = { ...COMPLETE.affair, report: 'x'.repeat(60_000) };
    const text = '{% for i in (1..100) %}{{ affair.report }}{% endfor %}';
    expect(() => renderTemplate(text, { ...COMPLETE, affair })).toThrow(
      expect.objectContaining({ code: 'template.too-heavy' }) as Error,
    );
  });

  it('refuses as impossible what fails on this affair', () => {
    expect(() => renderTemplate('{{ affair.present[9].fullName }}', COMPLETE)).toThrow(
      expect.objectContaining({ kind: 'impossible', code: 'template.unknown-variable' }) as Error,
    );
  });
});
