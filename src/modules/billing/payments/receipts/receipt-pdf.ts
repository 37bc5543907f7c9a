import PDFDocument from 'pdfkit';

/** The texts of a receipt, in the order in which they are printed. */
export interface ReceiptPage {
  readonly title: string;
  readonly company: string;
  /** Address, phone, e-mail. */
  readonly companyLines: readonly string[];
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly total: readonly [label: string, value: string];
}

const MARGIN_PT = 50;
const LABEL_WIDTH_PT = 150;
const ROW_GAP_PT = 6;
const SIZES = { company: 16, title: 22, text: 11, total: 14 } as const;
/** The standard fonts of PDF have the letters of Western Europe. */
const NOT_IN_FONT = /[^\u0020-\u007e\u00a0-\u00ff\u20ac\u2013\u2014\u2018-\u201d\u2022\u2026]/gu;

/** A receipt on one A5 page. */
export async function receiptPdf({ title, company, companyLines, rows, total }: ReceiptPage): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A5', margin: MARGIN_PT, info: { Title: `${title} – ${company}` } });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.font('Helvetica-Bold').fontSize(SIZES.company).text(printable(company));
  pdf.font('Helvetica').fontSize(SIZES.text);
  for (const line of companyLines) pdf.text(printable(line));
  pdf.moveDown().font('Helvetica-Bold').fontSize(SIZES.title).text(printable(title)).moveDown();
  pdf.fontSize(SIZES.text);
  for (const [label, value] of rows) printRow(pdf, label, value);
  pdf.moveDown().fontSize(SIZES.total);
  printRow(pdf, ...total);
  pdf.end();
  return finished;
}

function printRow(pdf: PDFKit.PDFDocument, label: string, value: string): void {
  const { y } = pdf;
  const valueLeft = MARGIN_PT + LABEL_WIDTH_PT;
  pdf.font('Helvetica').text(printable(label), MARGIN_PT, y, { width: LABEL_WIDTH_PT });
  const afterLabel = pdf.y;
  const width = pdf.page.width - valueLeft - MARGIN_PT;
  pdf.font('Helvetica-Bold').text(printable(value), valueLeft, y, { width });
  pdf.x = MARGIN_PT;
  pdf.y = Math.max(afterLabel, pdf.y) + ROW_GAP_PT;
}

/** Letters that the font lacks lose their accent, or become a question mark. */
function printable(text: string): string {
  return text.replace(NOT_IN_FONT, (letter) => {
    const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '');
    return plain.replace(NOT_IN_FONT, '?');
  });
}
