/** A first configuration file: short, and every line says what it is for. */
import { stringify } from 'yaml';

export interface Draft {
  readonly company: string;
  readonly zone: string;
  readonly language: string;
}

/** Values are written by the YAML library, never put together by hand. */
export function draftConfig({ company, zone, language }: Draft): string {
  return `# Everything Tidemark needs to know. All keys with their meaning: docs/config.md
${stringify({ company: { name: company } })}# The zone in which a day is a day
${stringify({ zone })}# Language of the reports: en or it
${stringify({ language })}
# Opening hours make the business clock; without them times are around the clock, and the report says so.
# calendars:
#   office:
#     hours: { mon: ["09:00-18:00"], tue: ["09:00-18:00"], wed: ["09:00-18:00"], thu: ["09:00-18:00"], fri: ["09:00-18:00"] }
#     public_holidays: [IT]

# What you promise yourselves; shares are 0–1, times are 90s, 30m, 4h or 2d.
# targets:
#   - { metric: csat, value: 0.85 }

# Customers' words in the report, masked:
# comments: { print: true }

# Figures per person stay off until you say why they are made and who may see them:
# people: { purpose: "…", audience: ["team leads"] }
`;
}
