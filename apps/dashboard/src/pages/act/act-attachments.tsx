import type { Annex } from '@registre/deliberation';
import { Card } from '../../ui/card';
import { DataTable, type Column } from '../../ui/data-table';
import { Known, Unknown } from '../../ui/unknown';
import { sizeInKilobytes } from '../../wording/amounts';

const columns: readonly Column<Annex>[] = [
  { header: 'Titre', names: true, cell: ({ title }) => title },
  {
    header: 'Fichier',
    cell: ({ file }) => (file === null ? <Unknown>non déposé</Unknown> : sizeInKilobytes(file.size)),
  },
  {
    header: 'Empreinte SHA-256',
    cell: ({ sha256 }) => <Known value={sha256 && <code>{sha256}</code>} />,
  },
];

export function ActAttachments({ annexes }: { readonly annexes: readonly Annex[] | null }) {
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
