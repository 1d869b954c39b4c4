import { Fragment, type ReactNode } from 'react';
import { blocksOf, type Block } from './blocks';
import styles from './prose.module.css';

interface Props {
  readonly text: string;
  readonly format: 'text' | 'markdown';
}

/** A text of the act, laid out. */
export function Prose({ text, format }: Props) {
  const inline = format === 'markdown' ? emphasised : (plain: string) => plain;
  return (
    <div className={styles.prose}>
      {blocksOf(text, format).map((block, index) => (
        <BlockView key={index} block={block} inline={inline} />
      ))}
    </div>
  );
}

type Inline = (text: string) => ReactNode;

function BlockView({ block, inline }: { readonly block: Block; readonly inline: Inline }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inline(block.text)}</p>;
    case 'heading':
      return <h3>{inline(block.text)}</h3>;
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{inline(item)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <TableView table={block} inline={inline} />;
  }
}

interface TableProps {
  readonly table: Extract<Block, { kind: 'table' }>;
  readonly inline: Inline;
}

function TableView({ table, inline }: TableProps) {
  return (
    // Wide tables scroll by themselves, with the keyboard too.
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Tableau du rapport">
      <table>
        <caption className="for-screen-readers">Tableau du rapport</caption>
        <thead>
          <tr>
            {table.header.map((cell, index) => (
              <th key={index} scope="col">
                {inline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STRONG = /\*\*(.+?)\*\*/g;
const EMPHASIS = /\*([^*\s](?:[^*]*[^*\s])?)\*/g;

/** Bold and italic; a split by a pattern with one group gives what it holds at the odd places. */
const emphasised: Inline = (text) =>
  text
    .split(STRONG)
    .map((part, index) =>
      index % 2 === 1 ? (
        <strong key={index}>{part}</strong>
      ) : (
        <Fragment key={index}>
          {part.split(EMPHASIS).map((bit, place) => (place % 2 === 1 ? <em key={place}>{bit}</em> : bit))}
        </Fragment>
      ),
    );
