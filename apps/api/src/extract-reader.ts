import { Injectable } from '@nestjs/common';
import { affairOf, ExtractSubjects, requireKept } from '@registre/deliberation';
import { certifiedExtract, draftExtract, FileStore, type Extract } from '@registre/documents';
import { impossible } from '@registre/platform';

/** The extract of an affair as it is given out: the frozen one when certified, else a draft. */
@Injectable()
export class ExtractReader {
  constructor(
    private readonly subjects: ExtractSubjects,
    private readonly files: FileStore,
  ) {}

  /** @throws Refusal `not-found`; `gone` for what was erased; `impossible` for an affair that was not decided, or a body without a template */
  async read(authority: string, session: string, affair: string): Promise<Extract> {
    const subject = await this.subjects.of(authority, session, affair);
    const { outcome } = affairOf(subject.session, affair);
    if (outcome !== 'adopted' && outcome !== 'rejected' && outcome !== 'noted') {
      throw impossible('extract.undecided', 'Cette affaire n’a pas été décidée : elle n’a pas d’extrait.');
    }
    const { extract, report } = subject.paper;
    if (extract !== null) {
      requireKept(subject.paper, extract.text, extract.variables);
      return certifiedExtract(this.files, authority, extract);
    }
    if (report !== null && typeof report.text === 'object' && report.text !== null)
      requireKept(subject.paper, report.text);
    const template = await this.subjects.template(authority, subject.session);
    if (template === null) {
      throw impossible('extract.no-template', 'L’instance n’a pas adopté de modèle d’extrait.');
    }
    return draftExtract(this.files, subject, template);
  }
}
