import type { AffairDossier } from '@registre/projections';
import type { Report } from '@registre/deliberation';
import { Card } from '../../ui/card';
import { Unknown } from '../../ui/unknown';
import { Prose } from '../../text/prose';
import { sizeInKilobytes } from '../../wording/amounts';
import styles from './act-text.module.css';
import { Sentences } from './sentences';

/** The debate and the paper: report, what it rests on, what is decided. */
export function ActText({ dossier: { report, agenda } }: { readonly dossier: AffairDossier }) {
  return (
    <>
      {agenda.debate.length > 0 && (
        <Card title="Débat" id="debat">
          {agenda.debate.map((text, index) => (
            <Prose key={index} text={text} format="text" />
          ))}
        </Card>
      )}
      <Card title="Rapport" id="rapport">
        <ReportText report={report} />
      </Card>
      {report !== null && (
        <>
          <Card title="Visas et considérants" id="visas">
            <div className={styles.sentences}>
              <Sentences title="Vu" sentences={report.citations} />
              <Sentences title="Considérant" sentences={report.recitals} />
            </div>
          </Card>
          <Card title="Dispositif" id="dispositif">
            <Articles articles={report.articles} />
          </Card>
        </>
      )}
    </>
  );
}

function ReportText({ report }: { readonly report: Report | null }) {
  const text = report?.text ?? null;
  if (report === null || text === null) return <Unknown />;
  if (typeof text === 'string') return <Prose text={text} format={report.format} />;
  return (
    <p>Le texte ({sizeInKilobytes(text.size)}) est conservé à part, dans le fonds de fichiers du registre.</p>
  );
}

function Articles({ articles }: { readonly articles: Report['articles'] }) {
  if (articles === null) return <Unknown />;
  if (articles.length === 0) return <p>Aucun article.</p>;
  return (
    <div className={styles.articles}>
      {articles.map(({ label, text }, index) => (
        <div key={index}>
          <h3>{label ?? `Article ${index + 1} (sans intitulé)`}</h3>
          <Prose text={text} format="text" />
        </div>
      ))}
    </div>
  );
}
