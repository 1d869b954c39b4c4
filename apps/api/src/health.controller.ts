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

  /** Down while a read model stands still before an event that it could not apply. */
  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      async () => {
        const indicator = this.indicators.check('read-models');
        const halted = await this.haltedModels();
        return halted.length === 0 ? indicator.up() : indicator.down({ halted });
      },
    ]);
  }

  private async haltedModels(): Promise<object[]> {
    const authorities = await this.readModels.authorities();
    const all = await Promise.all(
      authorities.map(async ({ key: authority }) => {
        const models = (await this.readModels.status(authority))?.models ?? [];
        return models
          .filter(({ halted }) => halted !== null)
          .map(({ name, halted }) => ({ authority, name, halted }));
      }),
    );
    return all.flat();
  }
}
