interface Props {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly fetchNextPage: () => unknown;
  };
  /** How many are shown, in words. */
  readonly shown: string;
}

/** The end of a list that is given page by page. */
export function More({ list, shown }: Props) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  return (
    <div className="more">
      <p role="status">
        {shown}
        {isFetchNextPageError && ' – la suite n’a pas pu être chargée'}
      </p>
      {hasNextPage && (
        <button
          type="button"
          className="button"
          aria-disabled={isFetchingNextPage}
          onClick={() => !isFetchingNextPage && void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Chargement…' : 'Afficher la suite'}
        </button>
      )}
    </div>
  );
}
