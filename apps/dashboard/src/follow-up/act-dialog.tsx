import type { AffairDossier } from '@registre/projections';
import type { ActDeed } from '../addresses';
import { Dialog } from '../ui/dialog';
import { CertifyForm } from './certify-form';
import { ACT_DEED_WORDS } from './deeds';
import { EraseForm } from './erase-form';
import { FateForm } from './fate-form';
import { PublishForm } from './publish-form';
import { StrikeForm } from './strike-form';
import { TransmitForm } from './transmit-form';

interface Props {
  readonly dossier: AffairDossier;
  readonly deed: ActDeed;
  readonly done: () => void;
}

/** The form of one thing that is done about an act. */
export default function ActDialog({ dossier, deed, done }: Props) {
  return (
    <Dialog open title={ACT_DEED_WORDS[deed]} onClose={done}>
      <DeedForm dossier={dossier} deed={deed} done={done} />
    </Dialog>
  );
}

function DeedForm({ deed, ...of }: Props) {
  switch (deed) {
    case 'certifier':
      return <CertifyForm {...of} />;
    case 'transmettre':
      return <TransmitForm {...of} which="transmission" />;
    case 'accuser':
      return <TransmitForm {...of} which="acknowledgement" />;
    case 'publier':
      return <PublishForm {...of} />;
    case 'suite':
      return <FateForm {...of} />;
    case 'rayer':
      return <StrikeForm {...of} />;
    case 'effacer':
      return <EraseForm {...of} />;
  }
}
