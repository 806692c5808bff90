"""The words that announce something personal, in the languages of our translations."""

from __future__ import annotations

PHONE = "|".join(
    (
        r"\b(?:call|phone|cell|mobile|text|tel|telephone|whats ?app|fax|dial)\b",
        r"\b(?:tel[eé]fono|celular|m[oó]vil|llam[ae]\w*|marque)\b",
        "電話|电话|手机|手機|致电|致電|拨打|撥打|携帯",
        "전화|휴대폰|연락처",
        r"\b(?:điện thoại|số máy|gọi|nhắn tin)\b",
        r"\b(?:telepono|tawagan|tumawag|selpon|numero ko)\b",
        "հեռախոս|զանգ",
        "تلفن|موبایل|تماس|زنگ",
        "هاتف|جوال|اتصل|الاتصال",
        r"телефон|позвони|звоните|моб\.",
        "ទូរសព្ទ|ទូរស័ព្ទ|លេខ​?ទូរ|ហៅ",
    )
)

SOCIAL = "|".join(
    (
        r"\b(?:SSN|ITIN|[Ss]ocial [Ss]ecurity(?: [Nn]umber)?)",
        r"\b(?:[Ss]eguro [Ss]ocial)",
        "社会安全|社會安全|사회 ?보장|[Aa]n sinh xã hội|соц[а-я]*",
        "الضمان الاجتماعي|تأمین اجتماعی|սոցիալական|របបសន្តិសុខ|សន្តិសុខសង្គម",
    )
)

STUDENT = "|".join(
    (
        r"\b[Ss]tudent (?:number|no\.|\#)|\bSSID|\b[Ll]unch (?:number|PIN|pin)|\bDistrict ID",
        r"\b(?:(?:[Ss]tudent|[Pp]erm(?:anent)?|[Pp]upil) )?(?:ID|I\.D\.)(?: (?:number|no\.|card))?",
        r"\b(?:[Nn][uú]mero|[Nn][uú]m\.|ID|[Ii]dentificación) "
        r"(?:de(?:l| la)? )?(?:estudiante|alumn[oa]|identificación|matrícula)|\b[Mm]atrícula",
        "学号|學號|学生(?:编号|号码|证号)|學生(?:編號|號碼|證號)",
        "学籍番号|生徒番号|学生番号|학번|학생 ?번호",
        r"\b[Mm]ã (?:số )?(?:học sinh|sinh viên)",
        r"\b[Nn]umero ng (?:estudyante|mag-aaral)",
        "[Нн]омер (?:ученика|учащегося|студента|школьника)",
        "رقم (?:ال)?(?:طالبة?|هوية|تلميذ)|رقم هوية الطالب",
        "(?:شماره|شمارهٔ|کد) (?:دانش‌?آموزی|دانش‌?آموز|دانشجویی|شناسایی|ملی)",
        "(?:[Աա]շակերտի|[Սս]ովորողի|[Ուու]սանողի) (?:համար\\w*|ID)",
        "(?:លេខ|អត្តលេខ)(?:សម្គាល់|សំគាល់)?(?:សិស្ស|និស្សិត)|អត្តលេខ",
    )
)

BORN = "|".join(
    (
        r"\b(?:born|birth ?days?|birth ?date|date of birth|DOB|D\.O\.B\.)",
        r"\b(?:naci[óo]|nacid[oa]|nac[íi]|nacimiento|cumpleaños|cumple)\b",
        "出生|生日|生于|生於|誕生日|生年月日",
        "생년월일|생일|태어난|출생",
        r"(?<!học )\bsinh (?:ngày|nhật|vào)\b|\bngày sinh\b",
        r"\b(?:kaarawan|ipinanganak|kapanganakan|isinilang)\b",
        "ծնվել|ծնված|ծննդյան|ծնունդ",
        "متولد|تولد|زادروز|به دنیا آمد",
        "ولد|وُلد|مواليد|ميلاد",
        r"\b(?:родил\w*|рожд[её]н\w*|рождения)\b",
        "កើត|កំណើត",
    )
)
"""Before the day."""

BORN_AFTER = (
    "出生|生まれ|生れ|生日|誕生日|태어|출생|생일|생(?![가-힣])|به دنیا آمد|متولد|ծնված|ծնվել"
)
"""After the day."""

PERSIAN = "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"
"""The months of the calendar that Persian writes, whose years are 621 behind."""
