import type { Report } from '@registre/deliberation';
import type { AffairDossier } from '@registre/projections';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { preparationAddress } from '../../addresses';
import { getText } from '../../api/client';
import { useMay } from '../../api/may';
import { useAffair } from '../../api/queries';
import { CommandForm } from '../../commands/command-form';
import { useDraft } from '../../commands/draft';
import { ActText } from '../act/act-text';
import { Page } from '../../shell/page';
import { Card } from '../../ui/card';
import { TextField } from '../../ui/field';
import { Loaded } from '../../ui/loaded';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { Trail } from '../../ui/trail';
import { dateMedium } from '../../wording/dates';
import { draftOfReport, EMPTY_REPORT, reportDraftName, reportIn, type ReportDraft } from './report-draft';
import { ReportFields } from './report-fields';
import { ReportLists } from './report-lists';

interface Props {
  readonly authority: string;
  readonly session: string;
  readonly affair: string;
}

/** The report of an affair, written or revised. */
export default function ReportPage({ authority, session, affair }: Props) {
  const query = useAffair(authority, affair);
  return (
    <Page
      title={query.data === undefined ? 'Rapport' : `Rapport – ${query.data.agenda.subject}`}
      authority={authority}
      freshness={query.data?.freshness}
    >
      <Loaded query={query} what="de l’affaire">
        {(dossier) => (
          <>
            <Trail
              steps={[
                {
                  name: `Préparation de la séance du ${dateMedium(dossier.date)}`,
                  href: preparationAddress(authority, session),
                },
              ]}
            />
            <PageHead title={dossier.report === null ? 'Rédiger le rapport' : 'Réviser le rapport'} />
            {/* What is revised must be what stands now, not what this browser remembers of it. */}
            {query.isFetching && !query.isFetchedAfterMount ? (
              <Loading what="du rapport" />
            ) : (
              <Writing dossier={dossier} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Writing({ dossier }: { readonly dossier: AffairDossier }) {
  const { authority, body, report, agenda } = dossier;
  const route = 'POST /api/v1/:authority/sessions/:session/affairs/:affair/report';
  const mayWrite = useMay(authority.key, route, body);
  if (!mayWrite || agenda.outcome !== null) {
    return (
      <>
        <p>{mayWrite ? 'L’affaire a été traitée\u00a0: son rapport ne change plus.' : 'À lire seulement.'}</p>
        <ActText dossier={dossier} />
      </>
    );
  }
  return typeof report?.text === 'object' && report.text !== null ? (
    <LongReport dossier={dossier} report={report} content={report.text.id} />
  ) : (
    <ReportForm dossier={dossier} text={typeof report?.text === 'string' ? report.text : ''} />
  );
}

interface LongProps {
  readonly dossier: AffairDossier;
  readonly report: Report;
  readonly content: string;
}

/** A long text stands in the file store and is fetched from there. */
function LongReport({ dossier, content }: LongProps) {
  const { authority, affair } = dossier;
  const text = useQuery({
    queryKey: ['text', authority.key, affair, content],
    queryFn: () => getText(authority.key, affair, content),
    staleTime: Infinity,
  });
  return (
    <Loaded query={text} what="du texte du rapport" part>
      {(whole) => <ReportForm dossier={dossier} text={whole} />}
    </Loaded>
  );
}

function ReportForm({ dossier, text }: { readonly dossier: AffairDossier; readonly text: string }) {
  const [, navigate] = useLocation();
  const { authority, session, affair, report, agenda, revision } = dossier;
  const [begun] = useState(() =>
    report === null ? { ...EMPTY_REPORT, subject: agenda.subject } : draftOfReport(report, text),
  );
  const [draft, change, discard] = useDraft<ReportDraft>(reportDraftName(affair), begun);
  const set = (part: Partial<ReportDraft>) => change((before) => ({ ...before, ...part }));
  const back = () => navigate(preparationAddress(authority.key, session));
  const path = ['sessions', session, 'affairs', affair, 'report'];
  const sent = reportIn(draft, report);
  return (
    <CommandForm
      authority={authority.key}
      name={`rapport.${affair}`}
      revision={revision}
      action={report === null ? 'Déposer le rapport' : 'Enregistrer la révision'}
      intent={() =>
        report === null
          ? { path, body: { report: sent, annexes: [] }, label: 'le rapport' }
          : {
              path: [...path, 'revisions'],
              body: { report: sent, reason: draft.reason.trim() || null },
              label: 'la révision du rapport',
            }
      }
      onRecorded={() => {
        discard();
        back();
      }}
      onCancel={back}
    >
      <Card title="L’affaire">
        <ReportFields dossier={dossier} draft={draft} set={set} />
      </Card>
      <ReportLists draft={draft} set={set} />
      {report !== null && (
        <TextField
          label="Motif de la révision (facultatif)"
          name="reason"
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
    </CommandForm>
  );
}
