import type { AffairDossier } from '@registre/projections';
import { Card } from '../../ui/card';
import { InEffect } from '../../past/in-effect';
import { Facts } from '../../ui/facts';
import { dateMedium } from '../../wording/dates';
import { mediumWording } from '../../wording/fates';

const ANSWERS = { yes: 'oui', no: 'non', unknown: null };

/** Transmission and publicity, and whether they make the act enforceable. */
export function ActEffect({ dossier }: { readonly dossier: AffairDossier }) {
  const { enforceability, inEffect, transmission, acknowledgement, publications } = dossier;
  if (enforceability === null) return null;
  const { answer, since, why } = enforceability;
  return (
    <Card title="Publicité et transmission" id="executoire">
      <Facts
        facts={[
          { name: 'Exécutoire', value: ANSWERS[answer] },
          ...(inEffect === null
            ? []
            : [{ name: `En vigueur le ${dateMedium(inEffect.on)}`, value: <InEffect effect={inEffect} /> }]),
          ...(since === null ? [] : [{ name: 'Depuis le', value: dateMedium(since) }]),
          { name: 'Transmis au préfet', value: transmission && told(transmission) },
          { name: 'Accusé de réception', value: acknowledgement && told(acknowledgement) },
          { name: 'Publié', value: publications.length === 0 ? null : <Publications dossier={dossier} /> },
        ]}
      />
      <p>
        <small>{why}</small>
      </p>
      {inEffect !== null && (
        <p>
          <small>{inEffect.why}</small>
        </p>
      )}
    </Card>
  );
}

const dated = (on: string | null): string => (on === null ? 'date non renseignée' : dateMedium(on));

const told = ({ on, identifier }: NonNullable<AffairDossier['transmission']>): string =>
  identifier === null ? dated(on) : `${dated(on)}, ${identifier}`;

function Publications({ dossier }: { readonly dossier: AffairDossier }) {
  return (
    <>
      {dossier.publications.map(({ on, media, masked }, index) => (
        <div key={index}>
          {dated(on)}
          {media !== null && `, ${media.map(mediumWording).join(', ')}`}
          {masked === true && ', données personnelles masquées'}
        </div>
      ))}
    </>
  );
}
