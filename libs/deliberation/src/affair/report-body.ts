import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven, IsCalendarDate, IsEuros, IsRef, IsText } from '../command/validation.js';
import type { BudgetLine, Report, Subsidy } from './affair.js';
import type { FileReference } from './file-reference.js';

export class ReferenceBody {
  /** Name of the other system. */
  @IsText(200) readonly system!: string;
  @IsText(200) readonly id!: string;
}

export class RapporteurBody {
  @IsOptional() @IsRef() readonly member?: string | null;
  /** Title under which the rapporteur speaks. */
  @IsOptional() @IsText(300) readonly role?: string | null;
}

export class ArticleBody {
  /** e.g. « Article 1 ». */
  @IsOptional() @IsText(200) readonly label?: string | null;
  @IsText(20_000) readonly text!: string;
}

export class BudgetLineBody {
  /** Euros, two decimals, e.g. `75000.00`. */
  @IsEuros() readonly amount!: string;
  @Equals('EUR') readonly currency!: 'EUR';
  @IsInt() @Min(1790) @Max(9999) readonly year!: number;
  @IsOptional() @IsIn(['fonctionnement', 'investissement']) readonly section?: BudgetLine['section'];
  @IsOptional() @IsText(50) readonly chapter?: string | null;
  @IsOptional() @IsText(50) readonly function?: string | null;
  @IsOptional() @IsText(50) readonly nature?: string | null;
  @IsOptional() @IsText(50) readonly policy?: string | null;
}

export class SubsidyBody {
  @IsText(300) readonly beneficiary!: string;
  @IsOptional() @Matches(/^\d{14}$/) readonly siret?: string | null;
  @IsOptional() @Matches(/^W\d{9}$/) readonly rna?: string | null;
  /** Euros, two decimals, not negative. */
  @Matches(/^\d{1,15}\.\d{2}$/) readonly amount!: string;
  /** Share of the budget of what is subsidised, from 0 to 1. */
  @IsOptional() @IsNumber() @Min(0) @Max(1) readonly shareOfBudget?: number | null;
  @IsOptional() @IsCalendarDate() readonly agreementDate?: string | null;
}

const Texts = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  IsArray()(target, property);
  ArrayMaxSize(500)(target, property);
  IsString({ each: true })(target, property);
  MaxLength(20_000, { each: true })(target, property);
};

const ListOf =
  (type: () => new () => object): PropertyDecorator =>
  (target, property) => {
    IsOptional()(target, property);
    IsArray()(target, property);
    ArrayMaxSize(500)(target, property);
    ValidateNested({ each: true })(target, property);
    Type(type)(target, property);
  };

/** The report and what it proposes to decide. null or absent: unknown; []: none. */
export class ReportBody {
  @IsText(2000)
  readonly subject!: string;

  /** Code of the national ACTES classification, e.g. `7.5`. */
  @IsOptional()
  @Matches(/^\d(\.\d{1,2}){1,4}$/)
  readonly classification?: string | null;

  @ListOf(() => ReferenceBody)
  readonly references?: ReferenceBody[] | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => RapporteurBody)
  readonly rapporteur?: RapporteurBody | null;

  /** The act that delegates the power, for a bureau (L5211-10). */
  @IsOptional()
  @IsText(300)
  readonly delegation?: string | null;

  /** Paragraphs parted by an empty line; lines of a list begin with `- `. */
  @IsOptional()
  @IsText(900_000)
  readonly text?: string | null;

  @IfGiven()
  @IsIn(['text', 'markdown'])
  readonly format?: 'text' | 'markdown';

  /** Visas, each without its leading « Vu ». */
  @Texts()
  readonly citations?: string[] | null;

  /** Each without its leading « Considérant ». */
  @Texts()
  readonly recitals?: string[] | null;

  /** The operative part (dispositif). */
  @ListOf(() => ArticleBody)
  readonly articles?: ArticleBody[] | null;

  @ListOf(() => BudgetLineBody)
  readonly budget?: BudgetLineBody[] | null;

  @ListOf(() => SubsidyBody)
  readonly subsidies?: SubsidyBody[] | null;
}

/** The report with every key present. */
export const reportOf = (body: ReportBody, text: string | FileReference | null): Report => ({
  subject: body.subject,
  classification: body.classification ?? null,
  references: body.references?.map(({ system, id }) => ({ system, id })) ?? null,
  rapporteur: body.rapporteur
    ? { member: body.rapporteur.member ?? null, role: body.rapporteur.role ?? null }
    : null,
  delegation: body.delegation ?? null,
  text,
  format: body.format ?? 'text',
  citations: body.citations ?? null,
  recitals: body.recitals ?? null,
  articles: body.articles?.map(({ label, text: said }) => ({ label: label ?? null, text: said })) ?? null,
  budget: body.budget?.map(budgetLineOf) ?? null,
  subsidies: body.subsidies?.map(subsidyOf) ?? null,
});

const budgetLineOf = (body: BudgetLineBody): BudgetLine => ({
  amount: body.amount,
  currency: body.currency,
  year: body.year,
  section: body.section ?? null,
  chapter: body.chapter ?? null,
  function: body.function ?? null,
  nature: body.nature ?? null,
  policy: body.policy ?? null,
});

const subsidyOf = (body: SubsidyBody): Subsidy => ({
  beneficiary: body.beneficiary,
  siret: body.siret ?? null,
  rna: body.rna ?? null,
  amount: body.amount,
  shareOfBudget: body.shareOfBudget ?? null,
  agreementDate: body.agreementDate ?? null,
});
