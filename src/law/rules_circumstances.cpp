#include "law/rules_circumstances.h"

#include "law/rules_findings_board.h"
#include "law/rules_findings_notices.h"
#include "law/rules_findings_panel.h"
#include "law/rules_findings_power.h"
#include "law/rules_findings_teaching.h"
#include "law/rules_findings_tribunal.h"

namespace onroll::law {

void findings_from_circumstances(const Reckoning& one, Evaluation& out)
{
    power_findings(one, out);
    notice_findings(one, out);
    teaching_findings(one, out);
    board_record_findings(one, out);
    panel_record_findings(one, out);
    claim_records(one, out);
}

} // namespace onroll::law
