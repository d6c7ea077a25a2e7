#include "check/letter_cues.h"

#include <array>

namespace onroll::check {

namespace letter_cues_detail {

using law::LetterItem;

#define ONROLL_NEVER                                                                               \
    "no right|not have the right|not entitled|cannot|can not|may not|not able to|not "             \
    "permitted|not allowed|unable"
#define ONROLL_BOARD "governor*|governing|board|trustee*|trust|committee|panel|clerk|chair"
#define ONROLL_EXCLUDE "suspend*|suspension|suspensions|exclu*"
#define ONROLL_ACT                                                                                 \
    "hit|hitting|punch*|kick*|fight*|fought|assault*|attack*|swore|swear*|threat*|damag*|smash*|"  \
    "vap*|smok*|drug*|cannabis|alcohol|knife|weapon*|blade|threw|throw*|stole|steal*|theft|"       \
    "pushed|pushing|spat|spit*|bit|biting|bully*|racist|racial*|homophobic|sexual*|refus*|walked " \
    "out|left the classroom|fire "                                                                 \
    "alarm|firework*|disrupt*|shout*|abus*|defian*|truant*|phone|mobile|uniform|trainers|insult*|" \
    "rude|offensive|aggressi*|slapp*|strangl*|grabb*|set fire|burn*|graffiti"

constexpr std::array cues{
    // How long.
    LetterCue{LetterItem::period, Strength::sure,
              ONROLL_EXCLUDE ";#number|a half;day|days|lunchtime*|lunch|session*",
              "public place*|public places|first|more than|fewer than|less than|or less|or more|up "
              "to|total*|exceed*|longer|over|sixth|45|forty-five|previous*|already|fine|represent*|"
              "governor*|governing|tribunal|months"},
    LetterCue{LetterItem::period, Strength::sure,
              "#number;day|days|half;suspension|exclusion|fixed period|fixed term",
              "public place*|public places|first|more than|fewer than|less than|or less|or more|up "
              "to|total*|exceed*|longer|over|sixth|45|forty-five|previous*|already|fine|represent*|"
              "governor*|governing|tribunal|months"},
    LetterCue{
        LetterItem::period, Strength::sure,
        ONROLL_EXCLUDE
        ";from|begin*|start*|starting|commenc*;to|until|till|ends|end|inclusive|through;#date",
        "public|represent*|governor*|work"},
    LetterCue{
        LetterItem::period, Strength::sure,
        "permanently exclu*|permanent exclusion|exclude * permanently|permanently "
        "excluding|excluded permanently|exclusion is permanent",
        "could|may lead|might|risk|lead "
        "to|further|consider*|would|if|45|forty-five|represent*|review|parents|guidance|previous*"},
    LetterCue{LetterItem::period, Strength::hint,
              ONROLL_EXCLUDE
              "|stay at home|remain at home|kept at home|not to attend;#date|today|tomorrow|few "
              "days|rest of the week|remainder|couple of days",
              "public|represent*|governor*|review|claim|meeting"},
    LetterCue{LetterItem::period, Strength::hint,
              "fixed term|fixed period|fixed-term|fixed-period;" ONROLL_EXCLUDE,
              "may lead|could|further|previous*"},
    LetterCue{LetterItem::period, Strength::hint,
              "sent home|stay at home|remain at home|at home;#number|week|days",
              "work|public|education"},

    // When the child comes back.
    LetterCue{LetterItem::return_date, Strength::sure,
              "return|returns|returning|back in school|back at school|back to school|comes "
              "back|come back|readmi*|resume*|expected in school|reintegrat*|re-integrat*|expected "
              "back|back on;#date",
              "until|only if|unless|unable|cannot|slip|representations"},
    LetterCue{LetterItem::return_date, Strength::hint, "back;#date",
              "until|only if|unless|hand|bring|send|sent"},
    LetterCue{LetterItem::return_date, Strength::hint,
              "suspension|exclusion;ends|expires|expire|last day|end on|will end;#date", "public"},
    LetterCue{LetterItem::return_date, Strength::hint,
              "return*|reintegrat*|re-integrat*|readmi*|back to school|back in "
              "school;meeting|interview|following|after|when|monday|next week",
              "represent*"},

    // Why.
    LetterCue{
        LetterItem::reasons, Strength::sure,
        ONROLL_EXCLUDE
        "|decision|decided|reason|reasons|because|following|due to|result of|incident;" ONROLL_ACT,
        "public place*|public places|represent*|work|may lead|could "
        "lead|further incident*|further suspension*|further exclusion*|further "
        "behaviour|prosecut*|penalty|guidance|any further|will not "
        "be|meeting|discriminat*|if|contact|ring|call"},
    LetterCue{LetterItem::reasons, Strength::sure,
              "#date|yesterday|today|this morning|this "
              "afternoon|lesson|lunchtime|corridor|playground|break|yard;" ONROLL_ACT,
              "public place*|public places|represent*|work|prosecut*|penalty|return*|contact|phone "
              "us|meeting|if|ring"},
    LetterCue{LetterItem::reasons, Strength::hint,
              "reason|reasons|because|due to|following|as a result of|result of|in view of|owing "
              "to;behaviour|conduct|incident|incidents|events|actions|breach*|failure|choices",
              "public|represent*|further|will not be"},
    LetterCue{LetterItem::reasons, Strength::hint,
              ONROLL_EXCLUDE ";for|after;behaviour|conduct|incident|defiance|breach*",
              "public|represent*|further"},

    // The family's right to be heard by the governors.
    LetterCue{LetterItem::right_to_make_representations, Strength::sure,
              "right to|rights to|entitled to|you may|you can|you are able|able to|wish to|would "
              "like to|want to|opportunity|invite*|free to|like to;represent*|your view*|your "
              "views|tell the governors|say what you think|state your case|make your case|put your "
              "case|challenge;" ONROLL_BOARD,
              ONROLL_NEVER},
    LetterCue{
        LetterItem::right_to_make_representations, Strength::sure,
        "right|rights|may|can|entitled|wish|opportunity;represent*",
        ONROLL_NEVER
        "|represented|representative|representative's|representatives|social worker|headteacher's"},
    LetterCue{LetterItem::right_to_make_representations, Strength::sure,
              "write to|contact|e-mail|email;" ONROLL_BOARD
              ";represent*|disagree|object|challenge|unhappy|views|not agree",
              ONROLL_NEVER},
    LetterCue{LetterItem::right_to_make_representations, Strength::hint,
              "appeal*|disagree|not "
              "agree|complain*|complaint|unhappy|concern*|object|challenge;contact|write|right|"
              "speak|discuss|may|can|arrange|wish|let|call|ring",
              "no right|not entitled|public|final|tribunal|cannot|review|independent"},

    // How.
    LetterCue{LetterItem::how_to_make_representations, Strength::sure,
              "represent*|your view*|your views|disagree|challenge|appeal|object|state your "
              "case|your case;in writing|write|writing|by email|email|emailing|e-mail|by letter|by "
              "post|telephone|phone|call|contact|in person|form|send",
              ONROLL_NEVER "|tribunal|review|independent"},
    LetterCue{LetterItem::how_to_make_representations, Strength::sure,
              "represent*|your views|disagree|appeal|challenge|object;write "
              "to|contact|email|e-mail|send|telephone|in writing;" ONROLL_BOARD "|#email|#postcode",
              ONROLL_NEVER "|tribunal|independent review", Reach::two_sentences},
    LetterCue{LetterItem::how_to_make_representations, Strength::hint,
              "contact|write to|email|telephone;" ONROLL_BOARD, ""},

    // Where to.
    LetterCue{LetterItem::where_to_send_representations, Strength::sure,
              "represent*|clerk|chair of governors|chair of the governing|governing "
              "board|governing body|governors|trust;#email|#postcode|#phone|care of|c/o|school "
              "address|school office|at the school|at this school|at the above address|above "
              "address|via the school|via school|address above",
              "advice|sendias*|coram|council|independent review|local authority|meeting will|will "
              "meet|will be held"},
    LetterCue{LetterItem::where_to_send_representations, Strength::sure,
              "represent*|your views|appeal|disagree;#email|#postcode|c/o|care of|school "
              "office|above address|address above|at the school;" ONROLL_BOARD,
              "independent review|sendias*|coram", Reach::two_sentences},
    LetterCue{
        LetterItem::where_to_send_representations, Strength::hint,
        "represent*|appeal|disagree|views|concerns;write to|contact|send|addressed to;" ONROLL_BOARD
        "|headteacher|head teacher|school|me",
        "tribunal"},

    // The child's own part.
    LetterCue{
        LetterItem::pupils_part, Strength::sure,
        "#child|young person|he|she|they;involved|take part|taking part|participat*|own views|be "
        "heard|encourage*|own representations|say what|speak at|have a say|contribute|part "
        "in;meeting|governor*|governing|represent*|process|decision|hearing|committee|board|"
        "exclusion|suspension",
        "not be involved|not take part|incident|fight|lesson|work|fire|not invited"},
    LetterCue{LetterItem::pupils_part, Strength::sure,
              "#child|young person;attend|come "
              "to|views|present|speak|represent*;meeting|governor*|governing|hearing|committee|"
              "board;also|too|and|with you|invited|welcome|his|her|their",
              "cannot|not attend|must not|may not|public|not invited|represented "
              "by|representative|at your own cost|right to"},
    LetterCue{
        LetterItem::pupils_part, Strength::sure,
        "#child;may attend|can attend|may come|can come|take part;too|also|as well;views|speak|say",
        "cannot|not attend|must not|may not|not invited"},
    LetterCue{LetterItem::pupils_part, Strength::hint,
              "#child's views|child's view|his views|her views|their views|his side|her "
              "side|#child;views|side of the story|side of|own account|asked",
              "incident was investigated"},

    // The meeting.
    LetterCue{LetterItem::meeting_will_consider, Strength::sure,
              "governor*|governing|board|committee|trustee*|trust|panel of "
              "governors;meet|meeting|hearing|convene*|meets;consider*|review*|decide*|look "
              "at|discuss|reinstat*|exclusion|suspension|decision",
              "not required|no meeting|need not|do not have to|not have to|not meet|parents "
              "evening|right|may request|you may ask|remote*|online|video|by request|bring|friend"},
    LetterCue{LetterItem::meeting_will_consider, Strength::sure,
              "governor*|governing|board|committee|trustee*;must consider|will consider|required "
              "to consider|will review|must review|must meet|will meet|duty to consider",
              "not required|need not|no meeting|no power|but cannot|no power|any "
              "representations|your representations|representations you"},
    LetterCue{LetterItem::meeting_will_consider, Strength::hint,
              "governor*|governing|board|committee;meeting|meet|hearing",
              "not required|no meeting|need not|parents evening|not meet"},

    LetterCue{
        LetterItem::right_to_attend, Strength::sure,
        "you|parent|parents|your right;attend|come to|invited|be present|join|attendance|come "
        "along;meeting|hearing|governor*|board|committee|it",
        ONROLL_NEVER
        "|reintegration|re-integration|return|must attend|public|evening|readmission|after school"},
    LetterCue{LetterItem::right_to_attend, Strength::sure, "right to attend", ONROLL_NEVER},
    LetterCue{LetterItem::right_to_attend, Strength::hint, "invite*|attend;meeting|hearing",
              ONROLL_NEVER "|reintegration|re-integration|return|must|public|readmission"},
    LetterCue{LetterItem::right_to_be_represented, Strength::sure,
              "represented|representative|legal representative|speak on your behalf|speak for "
              "you|solicitor|advocate",
              ONROLL_NEVER "|authority representative|local authority|union|no representative"},
    LetterCue{LetterItem::right_to_bring_a_friend, Strength::sure,
              "friend|supporter|someone to support|accompanied|companion|someone with you|person "
              "to support|support you;bring|accompan*|with you|friend|attend|come",
              ONROLL_NEVER
              "|friends with|his friend|her friend|their friend|a friend of|group of friends"},
    LetterCue{LetterItem::remote_meeting_request, Strength::sure,
              "remote*|online|video|video call|by video|microsoft teams|teams|zoom|virtual "
              "meeting|virtually|videoconference*;meeting|hearing|attend|meet|held|join|take "
              "part|access;request|ask|asked|may|can|wish|prefer|right|would like|tell us",
              "work|learning|lessons|homework|classroom|no longer|not be held|virtual "
              "school|cannot|not offer*"},
    LetterCue{LetterItem::remote_meeting_request, Strength::hint,
              "remote*|by video|video|teams|zoom|virtually;meeting|hearing|governor*",
              "work|learning|lessons|virtual school|not offer*"},
    LetterCue{
        LetterItem::when_the_board_meets, Strength::sure,
        "governor*|governing|board|committee|trustee*|meeting|hearing;meet|meeting|hearing|"
        "consider*|review*|held;#date|within|school days|no later than;#date|#number",
        "reintegration|re-integration|return|public|apply|represent*|independent review|tribunal"},

    // School days of the exclusion.
    LetterCue{
        LetterItem::public_place_days, Strength::sure,
        "public place|public places|public area|in public;#number|#date|days|duration|period|this "
        "suspension|this exclusion|the suspension|these dates|each day",
        ""},
    LetterCue{LetterItem::public_place_days, Strength::sure,
              "public place|public places;#date|#number;day|days|#date", "", Reach::two_sentences},
    LetterCue{LetterItem::public_place_days, Strength::hint,
              "public place|public places|out in public|out and about|around town|on the "
              "streets|supervised at home|indoors|remain at home",
              ""},
    LetterCue{LetterItem::fine_warning, Strength::sure,
              "prosecut*|penalty notice|penalty notices|fixed penalty|fined|penalty",
              "absence|holiday"},
    LetterCue{LetterItem::fine_warning, Strength::sure,
              "fine|fines;public|court|receive|issued|issue|given|get|pounds",
              "is fine|be fine|absence|holiday", Reach::two_sentences},
    LetterCue{LetterItem::fine_warning, Strength::hint, "offence|legal action|against the law",
              "absence"},
    LetterCue{LetterItem::work_set_and_marked, Strength::sure,
              "work|tasks|learning|lessons|classwork;set|provide*|given|collect*|send|sent|online|"
              "classroom|teams|website|emailed|pack|portal|uploaded|showbie|available|email|"
              "enclosed|attached|does;mark*|"
              "returned for|hand in|handed in|hand it in|sends it back|hand it back|returned "
              "to|return it|return "
              "completed|feedback|assessed",
              "no work|not be set|not set|not be marked|will not", Reach::two_sentences},
    LetterCue{LetterItem::work_set_and_marked, Strength::sure,
              "complete*|return*|work|hand*;marked|marking", "not be marked"},
    LetterCue{LetterItem::work_set_and_marked, Strength::hint,
              "work|tasks|learning|lessons|classwork;set|provide*|given|collect*|send|sent|online|"
              "classroom|teams|website|emailed|pack|portal|uploaded|complete*|available|email",
              "no work|not be set|not set|not be providing|unable to|will not|social work|work "
              "with|returning to work"},
    LetterCue{LetterItem::day_six_provision, Strength::sure,
              "sixth|6th|day six|day 6|sixth-day|6 th;education|provision|teaching|taught|full "
              "time|full-time|placement|arrang*|tuition|attend",
              "governor*|between the|meeting"},
    LetterCue{LetterItem::day_six_provision, Strength::hint,
              "full time education|full-time education|alternative provision|pupil "
              "referral|tuition|suitable education|education elsewhere",
              "home education|elective"},

    // Fit to be read, and where help is.
    LetterCue{LetterItem::translation, Strength::sure,
              "translat*|interpret*|another language|other languages|your language|own "
              "language|different language|community language*",
              ""},
    LetterCue{LetterItem::statutory_guidance, Strength::sure,
              "guidance;statutory|dfe|department for "
              "education|department|government|government's|gov.uk|www.gov.uk*|legislation",
              "behaviour policy"},
    LetterCue{LetterItem::statutory_guidance, Strength::sure,
              "www.gov.uk/government/publications/school-exclusion|www.gov.uk/"
              "school-discipline-exclusions*|www.gov.uk/government/publications/school*|https://"
              "www.gov.uk/government/publications/school*|https://www.gov.uk/school*|http://"
              "www.gov.uk/government/publications/school*",
              ""},
    LetterCue{LetterItem::statutory_guidance, Strength::hint,
              "guidance|www.gov.uk*|https://www.gov.uk*|gov.uk",
              "guidance counsellor|guidance team"},
    LetterCue{LetterItem::advice_sources, Strength::sure,
              "coram*|child law advice|childlawadvice*|www.childlawadvice*|sendias*|send ias*|send "
              "advice|iass|ias service|ipsea*|advisory centre|ace education|parent "
              "partnership|autistic society|citizens advice|independent advice|impartial "
              "advice|impartial information|free advice|law centre|school exclusion project|just "
              "for kids|advice line|information advice and support",
              "no independent"},
    LetterCue{LetterItem::advice_sources, Strength::hint,
              "advice|support;contact|helpline|ring|telephone|council|local authority|seek",
              "represent*|friend|pastoral"},
};

#undef ONROLL_NEVER
#undef ONROLL_BOARD
#undef ONROLL_EXCLUDE
#undef ONROLL_ACT

} // namespace letter_cues_detail

std::span<const LetterCue> letter_cues()
{
    return letter_cues_detail::cues;
}

} // namespace onroll::check
