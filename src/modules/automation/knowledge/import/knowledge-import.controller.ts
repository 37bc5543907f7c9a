import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { AcceptsUpload, ApiErrors, Upload, type UploadedFile } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ImportKnowledgeDto, ImportKnowledgeQueryDto, ImportResultDto, toImportResultDto } from '../dto/import.dto.js';
import { KnowledgeImportService } from './knowledge-import.service.js';

const MAX_BYTES = 5 * 1_024 * 1_024;

@ApiTags('Knowledge')
@Controller('knowledge/import')
export class KnowledgeImportController {
  constructor(private readonly imports: KnowledgeImportService) {}

  /**
   * Imports articles from a CSV file or a text.
   * @remarks Send it with `check=true` first: the answer says what would happen, and nothing is changed. The first row of
   * a CSV file names the columns: `question` or `title`, `answer` or `content`, and perhaps `language`, `kind`,
   * `synonyms`. In a text, `# Title` begins an article and `Q: …` a question; the answer may begin with `A:`. An article of
   * the same title and language gets the text of the row. IMPORT_HAS_PROBLEMS: a row has a problem, and nothing was
   * imported.
   */
  @Post()
  @HttpCode(200)
  @Allow('knowledge:manage')
  @AcceptsUpload(MAX_BYTES)
  @ApiBody({ type: ImportKnowledgeDto })
  @ApiOkResponse({ type: ImportResultDto })
  @ApiErrors(400, 401, 403, 409, 413, 422, 429)
  async run(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Query() { check, format = 'csv', ...request }: ImportKnowledgeQueryDto,
    @Upload() file: UploadedFile,
  ): Promise<ImportResultDto> {
    const wanted = { ...request, format };
    return toImportResultDto(
      check ? await this.imports.plan(scope, file, wanted) : await this.imports.run(scope, caller, file, wanted),
    );
  }
}
