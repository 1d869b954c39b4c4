import { Injectable } from '@nestjs/common';
import { affairOf, ExtractSubjects } from '@registre/deliberation';
import { certifiedExtract, draftExtract, FileStore, type Extract } from '@registre/documents';
import { impossible } from '@registre/platform';

/** The extract of an affair as it is given out: the frozen one when certified, else a draft. */
@Injectable()
export class ExtractReader {
  constructor(
    private readonly subjects: ExtractSubjects,
    private readonly files: FileStore,
  ) {}

  /** @throws Refusal `not-found`; `impossible` for an affair that was not decided, or a body without a template */
  async read(authority: string, session: string, affair: string): Promise<Extract> {
    const subject = await this.subjects.of(authority, session, affair);
    const { outcome } = affairOf(subject.session, affair);
    if (outcome !== 'adopted' && outcome !== 'rejected' && outcome !== 'noted') {
      throw impossible('extract.undecided', 'Cette affaire n’a pas été décidée : elle n’a pas d’extrait.');
    }
    if (subject.paper.extract !== null) return certifiedExtract(this.files, authority, subject.paper.extract);
    const template = await this.subjects.template(authority, subject.session);
    if (template === null) {
      throw impossible('extract.no-template', 'L’instance n’a pas adopté de modèle d’extrait.');
    }
    return draftExtract(this.files, subject, template);
  }
}
