{
  ark = [ "24.08.3" "gpl2Plus" "https://apps.kde.org/ark/" "Opens archives" ];
  dolphin = [ "24.08.3" "gpl2Plus" "https://apps.kde.org/dolphin/" "File manager of KDE" ];
  gwenview = [ "24.08.3" "gpl2Plus" "https://apps.kde.org/gwenview/" "Shows pictures" ];
  kate = [ "24.08.3" "lgpl2Plus" "https://apps.kde.org/kate/" "Editor with many documents" ];
  kcalc = [ "24.08.3" "gpl2Plus" "https://apps.kde.org/kcalc/" "Scientific calculator" ];
  kdeconnect-kde = [ "24.08.3" "gpl2Plus" "https://kdeconnect.kde.org/" "Joins the telephone to the desktop" { mainProgram = "kdeconnect-app"; } ];
  kdenlive = [ "24.08.3" "gpl3Plus" "https://apps.kde.org/kdenlive/" "Cuts video" ];
  konsole = [ "24.08.3" "gpl2Plus" "https://apps.kde.org/konsole/" "Terminal of KDE" ];
  okular = [ "24.08.3" "gpl2Plus" "https://apps.kde.org/okular/" "Reads PDF and other documents" ];
  plasma-desktop = [ "6.2.3" "gpl2Plus" "https://kde.org/plasma-desktop/" "The desktop of KDE" { mainProgram = "plasma-emojier"; } ];
  qtbase = [ "6.8.0" "lgpl3Only" "https://www.qt.io/" "The core of the Qt toolkit" { programs = [ "qmake" "qmake6" ]; mainProgram = "qmake"; } ];
  spectacle = [ "6.2.3" "gpl2Plus" "https://apps.kde.org/spectacle/" "Takes screenshots" ];
  yakuake = [ "24.08.3" "gpl2Plus" "https://apps.kde.org/yakuake/" "Terminal that drops down" ];
}
