import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  type HealthCheckResult,
} from '@nestjs/terminus';
import { ReadModels } from '@registre/projections';

/** Whether the process lives, and whether its answers can be relied on. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly readModels: ReadModels,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Down while a read model stands still before an event that it could not apply, or none of them can go on. */
  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      async () => {
        const indicator = this.indicators.check('read-models');
        const { halted, troubles } = await this.whatStands();
        return halted.length + troubles.length === 0 ? indicator.up() : indicator.down({ halted, troubles });
      },
    ]);
  }

  private async whatStands(): Promise<{ halted: object[]; troubles: object[] }> {
    const authorities = await this.readModels.authorities();
    const all = await Promise.all(
      authorities.map(async ({ key: authority }) => ({
        authority,
        status: await this.readModels.status(authority),
      })),
    );
    const halted = all.flatMap(({ authority, status }) =>
      (status?.models ?? [])
        .filter((model) => model.halted !== null)
        .map(({ name, halted: at }) => ({ authority, name, halted: at })),
    );
    const troubles = all.flatMap(({ authority, status }) =>
      status?.trouble == null ? [] : [{ authority, trouble: status.trouble.kind }],
    );
    return { halted, troubles };
  }
}
