import type { Annex } from '@registre/deliberation';
import type { AffairDossier } from '@registre/projections';
import { contentFile } from '../../api/client';
import { useMay } from '../../api/may';
import { Card } from '../../ui/card';
import { DataTable, type Column } from '../../ui/data-table';
import { Known, Unknown } from '../../ui/unknown';
import { sizeInKilobytes } from '../../wording/amounts';

export function ActAttachments({ dossier }: { readonly dossier: AffairDossier }) {
  const { annexes, authority, body } = dossier;
  const may = useMay(authority.key, 'GET /api/v1/:authority/affairs/:affair/contents/:content', body);
  const columns: readonly Column<Annex>[] = [
    { header: 'Titre', names: true, cell: ({ title }) => title },
    {
      header: 'Fichier',
      cell: ({ file, title }) => <File dossier={dossier} file={file} title={title} may={may} />,
    },
    {
      header: 'Empreinte SHA-256',
      cell: ({ sha256 }) => <Known value={sha256 && <code>{sha256}</code>} />,
    },
  ];
  return (
    <Card title="Annexes" id="annexes">
      {annexes === null && <Unknown />}
      {annexes?.length === 0 && <p>Aucune annexe.</p>}
      {annexes !== null && annexes.length > 0 && (
        <DataTable
          caption="Annexes"
          captionHidden
          columns={columns}
          rows={annexes}
          keyOf={(_, index) => String(index)}
        />
      )}
    </Card>
  );
}

interface FileProps {
  readonly dossier: AffairDossier;
  readonly file: Annex['file'];
  readonly title: string;
  readonly may: boolean;
}

function File({ dossier: { authority, affair, erasures }, file, title, may }: FileProps) {
  if (file === null) return <Unknown>non déposé</Unknown>;
  if (erasures.some(({ content }) => content === file.id)) return 'effacé';
  const size = sizeInKilobytes(file.size);
  if (!may) return `${size}, consultable auprès de la collectivité`;
  return (
    <a
      href={contentFile(authority.key, affair, file.id)}
      aria-label={`Télécharger «\u00a0${title}\u00a0», ${size}`}
    >
      Télécharger ({size})
    </a>
  );
}
