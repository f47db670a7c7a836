# Fonts, themes and icons: nothing to run.
{
  adwaita-icon-theme = [ "47.0" [ "cc-by-40" "lgpl3Only" ] "https://gitlab.gnome.org/GNOME/adwaita-icon-theme" "Icons of GNOME" ];
  arc-theme = [ "20221218" "gpl3Only" "https://github.com/jnsh/arc-theme" "Flat theme with clear parts" ];
  dejavu_fonts = [ "2.37" "mit" "https://dejavu-fonts.github.io/" "Fonts with many scripts, after Bitstream Vera" { pname = "dejavu-fonts"; } ];
  fira-code = [ "6.2" "ofl" "https://github.com/tonsky/FiraCode" "Font for code with joined signs" ];
  fira-code-symbols = [ "20160811" "ofl" "https://github.com/tonsky/FiraCode/issues/211" "The joined signs of Fira Code" ];
  font-awesome = [ "6.6.0" "ofl" "https://fontawesome.com/" "Icons as a font" ];
  inter = [ "4.0" "ofl" "https://rsms.me/inter/" "Font for screens" ];
  jetbrains-mono = [ "2.304" "ofl" "https://www.jetbrains.com/lp/mono/" "Font for those who write code" ];
  liberation_ttf = [ "2.1.5" "ofl" "https://github.com/liberationfonts" "Fonts as wide as those of Microsoft" { pname = "liberation-fonts"; } ];
  nerdfonts = [ "3.2.1" [ "mit" "ofl" ] "https://nerdfonts.com/" "Fonts for code with many icons" ];
  noto-fonts = [ "2024.11.01" "ofl" "https://www.google.com/get/noto/" "Fonts for all scripts" ];
  noto-fonts-cjk-sans = [ "2.004" "ofl" "https://www.google.com/get/noto/help/cjk/" "Fonts for Chinese, Japanese and Korean" ];
  noto-fonts-color-emoji = [ "2.047" "ofl" "https://github.com/googlefonts/noto-emoji" "Emoji in colour" ];
  papirus-icon-theme = [ "20240501" "gpl3Only" "https://github.com/PapirusDevelopmentTeam/papirus-icon-theme" "Icons in the flat style" ];
  roboto = [ "3.008" "asl20" "https://github.com/google/roboto-3-classic" "The font of Android" ];
  source-code-pro = [ "2.042" "ofl" "https://adobe-fonts.github.io/source-code-pro/" "Font of Adobe for code" ];
  ubuntu_font_family = [ "0.83" "ufl" "https://design.ubuntu.com/font" "The fonts of Ubuntu" { pname = "ubuntu-font-family"; } ];
}
